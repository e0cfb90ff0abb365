// What an operator watches: lines of JSON with a level, and one number at the end.
import { exitCodeOf, exitCodes } from '../../src/unattended/exitCode';
import { createLog, type Happening, levelOf } from '../../src/unattended/log';

const mark = { site: '/sites/procurement', assessment: 'a', message: 'waiting', to: 'person' } as const;

test('each event is a line of its own: when, which run, how serious, what', () => {
  const lines: string[] = [];
  const log = createLog(
    'run-1',
    () => new Date('2026-11-25T10:00:00Z'),
    (line) => lines.push(line),
  );
  log({ event: 'started', command: 'remind', dryRun: false, sites: 2 });
  log({ event: 'refused', fault: 'unexpected 400', ...mark });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      time: '2026-11-25T10:00:00.000Z',
      run: 'run-1',
      level: 'info',
      event: 'started',
      command: 'remind',
      dryRun: false,
      sites: 2,
    },
    {
      time: '2026-11-25T10:00:00.000Z',
      run: 'run-1',
      level: 'error',
      event: 'refused',
      fault: 'unexpected 400',
      ...mark,
    },
  ]);
  expect(lines.join('')).not.toContain('\n');
});

const codes: readonly (readonly [string, readonly Happening[], number])[] = [
  [
    'everything was said',
    [
      { event: 'said', ...mark },
      { event: 'taken', ...mark },
    ],
    exitCodes.done,
  ],
  ['there was nothing to say', [], exitCodes.done],
  ['a channel has no workflow', [{ event: 'no-webhook', ...mark }], exitCodes.done],
  ['something was put off', [{ event: 'put-off', fault: 'throttled', ...mark }], exitCodes.again],
  ['a site cannot be reached just now', [{ event: 'site-failed', site: 's', fault: 'offline' }], exitCodes.again],
  ['a site was not granted', [{ event: 'site-failed', site: 's', fault: 'no-access' }], exitCodes.somebody],
  ['a site was not set up', [{ event: 'site-failed', site: 's', fault: 'not-set-up' }], exitCodes.somebody],
  ['a message may have been posted', [{ event: 'perhaps-said', fault: 'offline', ...mark }], exitCodes.somebody],
  ['a message was refused', [{ event: 'refused', fault: 'unexpected 400', ...mark }], exitCodes.somebody],
  ['a workflow is gone', [{ event: 'webhook-gone', channel: '19:a', status: 410 }], exitCodes.somebody],
  ['the settings are wrong', [{ event: 'settings-wrong', fault: 'x' }], exitCodes.configuration],
  ['nobody could sign in', [{ event: 'sign-in-failed', detail: 'AADSTS7000215' }], exitCodes.signIn],
  ['it is broken', [{ event: 'crashed', detail: 'TypeError' }], exitCodes.defect],
];

test.each(codes)('the exit code says that %s', (_, happened, code) => {
  expect(exitCodeOf(happened)).toBe(code);
});

test('the gravest decides, in whatever order things happened', () => {
  const again: Happening = { event: 'put-off', fault: 'throttled', ...mark };
  const somebody: Happening = { event: 'refused', fault: 'x', ...mark };
  const defect: Happening = { event: 'crashed', detail: 'x' };
  expect(exitCodeOf([somebody, again])).toBe(exitCodes.somebody);
  expect(exitCodeOf([again, defect, somebody])).toBe(exitCodes.defect);
});

test('what nobody need do anything about is no error', () => {
  expect(levelOf({ event: 'taken', ...mark })).toBe('info');
  expect(levelOf({ event: 'put-off', fault: 'throttled', ...mark })).toBe('warning');
});
