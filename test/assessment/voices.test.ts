// Whose voice counts: each person once, whatever comes in which order.
import fc from 'fast-check';
import { countingVoices, mayBeAdded, notOpened, replacedVoices, type Voice, voiceName } from '../../src/assessment';
import { aisha, exampleAssessment, priya, tom } from './examples';

const assessment = exampleAssessment();
const own = (personId: string): Voice => ({ personId, own: true });
const recordedFor = (personId: string): Voice => ({ personId, own: false });
const hands: Voice = { personId: null, own: false };
const names = (voices: readonly Voice[]) => voices.map(voiceName);

test('an answer of somebody’s own counts before one recorded for them, whichever came first', () => {
  expect(countingVoices(assessment, [recordedFor(tom.id), own(tom.id), recordedFor(aisha.id), hands])).toEqual([
    own(tom.id),
    recordedFor(aisha.id),
    hands,
  ]);
  expect(replacedVoices([recordedFor(tom.id.toUpperCase()), own(tom.id), recordedFor(aisha.id)])).toHaveLength(1);
});

test('nobody who is not asked counts, and nobody twice', () => {
  const stranger = '00000000-0000-4000-8000-0000000000ff';
  expect(
    names(countingVoices(assessment, [own(stranger), recordedFor(stranger), own(tom.id), own(tom.id), hands, hands])),
  ).toEqual([tom.id, 'hands']);
});

test.each<[string, Voice, readonly string[], boolean]>([
  ['an own answer that was not opened', own(tom.id), [aisha.id], true],
  ['an own answer beside a recorded one', own(tom.id), [`for:${tom.id}`], true],
  ['an own answer that is shown', own(tom.id), [tom.id], false],
  ['a recorded one that is shown', recordedFor(tom.id), [`for:${tom.id}`], false],
  ['a recorded one for somebody heard themselves', recordedFor(tom.id), [tom.id], false],
  ['a first show of hands', hands, [tom.id], true],
  ['a second show of hands', hands, ['hands'], false],
])('%s may be added late or not', (_name, voice, opened, may) => {
  expect(mayBeAdded(voice, opened)).toBe(may);
});

test('not opened yet is who answered and is heard in no way', () => {
  const answered = [priya.id, tom.id.toUpperCase(), aisha.id];
  expect(notOpened(assessment, answered, [priya.id, `for:${tom.id}`])).toBe(1);
});

type Event =
  | { readonly do: 'give' | 'lock' | 'unlock'; readonly voice: Voice }
  | { readonly do: 'show' | 'add' | 'reopen' };

const people = [priya.id, tom.id, aisha.id];
const anyVoice = fc.constantFrom<Voice>(...people.map(own), ...people.map(recordedFor), hands);
const anyEvent = fc.oneof(
  fc.record({ do: fc.constantFrom('give' as const, 'lock' as const, 'unlock' as const), voice: anyVoice }),
  fc.record({ do: fc.constantFrom('show' as const, 'add' as const, 'reopen' as const) }),
);

/** A key area as the commands treat it: what is given, what this device can open, what is shown and noted as opened. */
class Area {
  given: Voice[] = [];
  readonly locked = new Set<string>();
  shown: string[] = [];
  opened: string[] = [];
  showing = false;

  take(event: Event): void {
    if (event.do === 'give') this.given.push(event.voice);
    else if (event.do === 'lock') this.locked.add(voiceName(event.voice));
    else if (event.do === 'unlock') this.locked.delete(voiceName(event.voice));
    else if (event.do === 'reopen') [this.shown, this.opened, this.showing] = [[], [], false];
    else if (event.do === 'show' && !this.showing) {
      this.showing = true;
      this.hear(this.counting());
    } else if (this.showing) this.hear(this.counting().filter((voice) => mayBeAdded(voice, this.opened)));
  }

  counting = () => countingVoices(assessment, this.given);

  private hear(voices: readonly Voice[]): void {
    const heard = names(voices).filter((name) => !this.locked.has(name));
    const replaced = replacedVoices(this.given).filter((voice) => heard.includes(voiceName({ ...voice, own: true })));
    this.shown = [...this.shown.filter((name) => !names(replaced).includes(name)), ...heard];
    this.opened = [...this.opened, ...heard];
  }
}

test('whatever the order of answers, records, showings and reopenings, each person is heard once, and the counts add up', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      const area = new Area();
      for (const event of events) {
        area.take(event);
        const heard = area.shown.map((name) => name.replace('for:', ''));
        expect(new Set(heard).size).toBe(heard.length);
        const answered = area.counting().flatMap(({ personId }) => personId ?? []);
        const shown = answered.filter((id) => heard.includes(id)).length;
        expect(notOpened(assessment, answered, area.opened) + shown).toBe(answered.length);
      }
    }),
    { numRuns: 500 },
  );
});
