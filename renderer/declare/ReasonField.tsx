/** A reason: text that everybody may read for ever, and that says so. */
import { useTranslation } from 'react-i18next';
import { TextField } from '../parts/Field.tsx';

export interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

export function ReasonField({ value, onChange, label, autoFocus = false }: ReasonFieldProps) {
  const { t } = useTranslation(['declare', 'frame']);
  return (
    <TextField
      label={label ?? t('declare:reason')}
      value={value}
      onChange={onChange}
      lines={3}
      maxLength={2000}
      hint={t('frame:reasonsArePublic')}
      autoFocus={autoFocus}
    />
  );
}
