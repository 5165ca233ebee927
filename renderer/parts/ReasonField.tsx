/** A reason, an answer, a note: text that everybody may read for ever, and that says so. */
import { useTranslation } from 'react-i18next';
import { TextField, type TextFieldProps } from './Field.tsx';

/** As long as the office takes (LIFECYCLE, Acts). */
const LONGEST_REASON = 2000;

export type ReasonFieldProps = Pick<TextFieldProps, 'value' | 'onChange' | 'autoFocus' | 'lines' | 'ref'> & { readonly label?: string };

export function ReasonField({ label, lines = 3, ...props }: ReasonFieldProps) {
  const { t } = useTranslation('frame');
  return <TextField {...props} label={label ?? t('reason')} lines={lines} maxLength={LONGEST_REASON} hint={t('reasonsArePublic')} />;
}
