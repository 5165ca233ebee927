/** Who may do what: the one table of core, role by act, as the rules themselves read it. */
import { useTranslation } from 'react-i18next';
import { KINDS } from '../../core/acts.ts';
import { RULES } from '../../core/roles.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import ledger from '../parts/ledger.module.css';
import { Shape } from '../parts/State.tsx';
import voices from '../parts/voices.module.css';
import css from './People.module.css';

const ROLES = ['ro', 'dro', 'clerk', 'agent', 'device'] as const;

export function RolesDialog({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation(['people', 'acts', 'terms']);
  return (
    <Dialog
      title={t('people:rolesTitle')}
      onLeave={onLeave}
      actions={
        <Button keys="Escape" look="main" onPress={onLeave}>
          {t('people:leave')}
        </Button>
      }
    >
      <p>{t('people:rolesAbout')}</p>
      <table className={`${ledger.ledger} ${css.roles}`} aria-label={t('people:rolesTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('people:act')}</th>
            {ROLES.map((role) => (
              <th scope="col" key={role}>
                {t(`terms:rolesShort.${role}`)}
              </th>
            ))}
            <th scope="col">{t('people:secondOfficial')}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => {
            const { by, two, alone } = RULES[kind];
            return (
              <tr key={kind}>
                <th scope="row">{t(`acts:${kind}.name`)}</th>
                {ROLES.map((role) => (
                  <td key={role}>{by.includes(role) ? <May /> : null}</td>
                ))}
                <td className={voices.missing}>
                  {two === undefined ? '' : t(`people:two.${two}`)} {alone === true ? t('people:aloneLate') : ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}

function May() {
  const { t } = useTranslation('people');
  return (
    <>
      <Shape shape="passes" />
      <span className={voices.unseen}>{t('may')}</span>
    </>
  );
}
