/** Carries a person's commands to the office, and tells the windows when something was appended. */
import type { PerformAnswers, performAsks } from '../../../core/contract/perform.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function performHandlers(host: Host): HandlersOf<typeof performAsks, PerformAnswers> {
  return {
    perform: ({ id, commands }) => {
      const office = host.office();
      if (!office.ok) return office;
      const performed = office.value.perform(commands, id);
      host.changed();
      return performed;
    },
  };
}
