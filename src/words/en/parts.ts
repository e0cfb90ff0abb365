// Words of parts that several screens use.

/** Why a message was not, or perhaps not, posted; by the kind of fault that its record keeps. */
const reasons: Readonly<Record<string, string>> = {
  'no-access':
    'Whoever tried may not post in this channel, or the team is archived. Another facilitator may be able to.',
  'not-found': 'The channel is gone.',
  'too-late': 'It could not be sent in time, so it was not sent.',
  'consent-missing': 'The permission to post in channels has not been given.',
  'signed-out': 'The sign-in had run out.',
  'too-large': 'The message was too long for Teams.',
  throttled: 'Teams was too busy.',
  offline: 'The connection broke off while it was being posted.',
};

/** The same where it was for one person's activity feed. */
const personReasons: Readonly<Record<string, string>> = {
  'no-access': 'They do not have this app in Teams.',
  'not-found': 'Teams does not know them.',
  'consent-missing': 'The permission to tell people in their Teams activity has not been given.',
};

export const parts = {
  undo: 'Undo',
  discard: {
    loss: 'What you changed is then gone, here too. What SharePoint has stays.',
    yes: 'Discard it',
    no: 'Keep it',
  },
  seeUnsaved: 'See everything that is not in SharePoint',
  mend: 'There is something to mend',
  copyByHand: 'Copying is not allowed here. Select the text and copy it:',
  message: {
    preview: 'This is posted under your name, with a link to the tab:',
    off: 'Nothing is posted.',
    ready:
      'The channel has not been told yet. The message is ready to post as soon as SharePoint has what it tells of.',
    posting: 'The channel is being told …',
    posted: 'The channel has been told.',
    perhaps: 'The message may have been posted. Look in the channel’s posts before you post it again.',
    refused: 'The channel could not be told.',
    declined: 'Somebody chose not to tell the channel.',
    because: (reason: string): string => reasons[reason] ?? 'Teams gave no reason that helps here.',
    becausePerson: (reason: string): string =>
      personReasons[reason] ?? reasons[reason] ?? 'Teams gave no reason that helps here.',
    postNow: 'Post now',
    postAgain: 'Post again',
    doNotPost: 'Do not tell the channel',
  },
  outside: {
    opens: (text: string, site: string): string =>
      text === site ? `${text} (opens outside Teams)` : `${text} (opens ${site})`,
    failed: 'The page could not be opened from here.',
    copy: 'Copy its address',
  },
};
