// Which channel messages a facilitator is told of.
import type { ChannelMessage } from '../../../src/sharepoint/records';
import { pendingMessages } from '../../../src/ui/landing/pendingMessages';
import { openAssessmentOf, priya } from '../fakeWorkplace';

const pair = { id: 'pair', publicKey: '', privateKey: '' };

const message = (state: ChannelMessage['state'], event: ChannelMessage['event'] = 'opened'): ChannelMessage => ({
  kind: 'message',
  assessmentId: 'a',
  event,
  occasion: '1',
  personId: null,
  state,
  by: priya,
  owner: null,
  messageId: null,
  reason: '',
});

const pendingOf = (messages: readonly ChannelMessage[], more = {}) =>
  pendingMessages({ assessment: openAssessmentOf(pair, more), messages }).map(({ event }) => event);

it.each([
  ['posted is done', [message('posted')], {}, []],
  ['perhaps posted is told', [message('perhaps-posted')], {}, ['opened']],
  ['an opening that should be told and has no message', [], { tellChannel: true }, ['opened']],
  ['an opening nobody is to be told of', [], { tellChannel: false }, []],
  [
    'a refused sharing beside a posted opening',
    [message('posted'), message('refused', 'shared')],
    { tellChannel: true },
    ['shared'],
  ],
  ['practice tells nobody', [message('ready')], { practice: true, tellChannel: true }, []],
] as const)('%s', (_, messages, more, expected) => {
  expect(pendingOf(messages, more)).toEqual(expected);
});
