// What went wrong and what to do about it, per kind of fault. `because` fits into a sentence ("… because …").
import { momentInWords } from '../dates';

export const faults = {
  check: 'Run the connection check',
  allow: 'Allow',
  notAllowed: 'The permission was not given.',
  signIn: 'Sign in',
  requestId: (id: string): string => `For your administrator: request ${id}.`,
  signedOut: {
    because: 'you are not signed in',
    happened: 'You are not signed in.',
    todo: 'Sign in with your council account.',
  },
  consent: {
    because: 'a permission is missing',
    happened: 'The product does not have a permission it needs.',
    todo: (scopes: readonly string[]): string =>
      `Press Allow to grant it. Where your council reserves that for administrators, ask an administrator of Microsoft 365 to grant: ${scopes.join(', ')}.`,
  },
  cancelled: {
    because: 'signing in was stopped',
    happened: 'Signing in was stopped before it finished.',
    todo: 'Try again when you are ready.',
  },
  noAccess: {
    because: 'SharePoint does not allow you to do this',
    happened: 'SharePoint does not allow you to see or change this.',
    todo: 'Ask an owner of the team, or of its SharePoint site, to give you access.',
  },
  notFound: {
    because: 'the row for it, or the whole list, is no longer there',
    happened: 'What was looked for is not in SharePoint.',
    todo: 'It may have been deleted, or a list or a column of it. An owner can restore it from the recycle bin of the site, or repair the lists through the connection check.',
  },
  conflict: {
    because: 'somebody else changed it meanwhile',
    happened: 'Somebody else changed this meanwhile.',
    todo: 'Look at what it says now, then try again.',
  },
  alreadyExists: {
    because: 'something of that name is already there',
    happened: 'Something of that name is already there.',
    todo: 'Try again; if it stays, run the connection check.',
  },
  throttled: {
    because: (until: string, now: Date): string => `SharePoint is busy until about ${momentInWords(until, now)}`,
    happened: 'SharePoint is busy at the moment.',
    todo: 'It is tried again by itself. You can go on working.',
  },
  tooLate: {
    because: 'it could not be sent in time',
    happened: 'This could not be sent in time, so it was not sent.',
    todo: 'Try again.',
  },
  tooLarge: {
    because: 'it is too long for SharePoint',
    happened: 'This is too long for SharePoint.',
    todo: 'Shorten the text, then try again.',
  },
  offline: {
    because: 'you are offline',
    happened: 'There is no connection.',
    todo: 'What you entered is kept on this device. It goes on by itself when you are back online.',
  },
  resync: {
    because: 'everything is being read afresh',
    happened: 'Too much changed since the last look.',
    todo: 'Everything is being read afresh; this goes on by itself.',
  },
  unavailable: {
    because: 'signing in does not work at the moment',
    happened: 'Signing in does not work at the moment.',
    todo: 'Try again. If it stays, close the tab in Teams and open it anew, or run the connection check.',
  },
  unexpected: {
    because: 'SharePoint answered in a way nobody expected',
    happened: 'SharePoint answered in a way nobody expected.',
    todo: 'Run the connection check: a list or a column may be missing, and it says who can mend that. If all is well there, try again; if it stays, pass the details on to your administrator.',
  },
  refused: {
    wrongPhase: 'This is no longer possible: the key area or the assessment has moved on. Look at where it stands now.',
    notAllowed: 'Only a facilitator of this assessment can do this. The assessment’s page names them.',
    reasonMissing: 'Give a reason, so that others can follow the decision later.',
    noAssessment: 'This assessment is not here any more. Go back to the start to see what is open.',
    keyMissing:
      'This device cannot open the answers. Ask another facilitator to show them, or use the device on which you opened the assessment.',
    answeredAlready:
      'There is an answer already, so nothing can be recorded in its place. Look at where the key area stands now.',
    draft: 'Something is still missing. Mend what is marked, then try again.',
    nothingToTell: 'There is nothing to tell any more: it changed meanwhile.',
    nothingToShare: 'There is nothing to share yet: agree the level of at least one key area first.',
    editedByHand:
      'Somebody has just changed a row of the results list by hand. Look at what it says now, then decide whether to replace it.',
    shareFirst:
      'Something has changed since the result was shared. Share it again first, so that the page and the list agree.',
    practice: 'A practice assessment posts and shares nothing.',
  },
};
