// The states of a meeting and the usual next step in each.

export const meetingStates = [
  'planned', 'invited', 'held', 'minutes-drafted', 'minutes-checked', 'circulated', 'certified', 'cancelled',
] as const;
export type MeetingState = (typeof meetingStates)[number];

/** Steps in the order in which screens offer them. */
export const meetingSteps = [
  'invite', 'record-attendance', 'change-agenda', 'change-guests', 'edit', 'postpone', 'cancel',
  'write-minutes', 'sign-drafter', 'sign-checker', 'undo-signature', 'circulate', 'certify-in-meeting',
] as const;
export type MeetingStep = (typeof meetingSteps)[number];

const allowed: Readonly<Record<MeetingState, readonly MeetingStep[]>> = {
  planned: ['edit', 'postpone', 'cancel', 'change-agenda', 'change-guests', 'invite', 'record-attendance'],
  invited: ['edit', 'postpone', 'cancel', 'change-agenda', 'change-guests', 'invite', 'record-attendance'],
  held: ['record-attendance', 'change-agenda', 'write-minutes', 'sign-drafter', 'certify-in-meeting'],
  'minutes-drafted': ['sign-checker', 'undo-signature', 'certify-in-meeting'],
  'minutes-checked': ['undo-signature', 'circulate', 'certify-in-meeting'],
  circulated: ['certify-in-meeting'],
  certified: [],
  cancelled: [],
};

/** Whether a step is open in a state. Who may take it is a question of permission and authority. */
export function mayStep(state: MeetingState, step: MeetingStep): boolean {
  return allowed[state].includes(step);
}

/** What usually comes next; undefined when nothing waits in this meeting. */
export function usualStep(meeting: { readonly state: MeetingState; readonly heldOn: string; readonly endsAt: string }, now: { readonly day: string; readonly time: string }): MeetingStep | undefined {
  const over = meeting.heldOn < now.day || (meeting.heldOn === now.day && meeting.endsAt <= now.time);
  switch (meeting.state) {
    case 'planned':
      return over ? 'record-attendance' : 'invite';
    case 'invited':
      return meeting.heldOn <= now.day ? 'record-attendance' : undefined;
    case 'held':
      return 'write-minutes';
    case 'minutes-drafted':
      return 'sign-checker';
    case 'minutes-checked':
      return 'circulate';
    case 'circulated':
    case 'certified':
    case 'cancelled':
      return undefined;
  }
}
