// Every card as the package that Microsoft publishes draws it, in light and in dark. A snapshot is what was looked at and found good.
import { cleanup, render } from '@testing-library/react';
import { AdaptiveCard } from '../../sandbox/teams/card/AdaptiveCard';
import { summarise } from '../../src/assessment';
import { digestCard, digestOf, messageContent } from '../../src/channel';
import { framework } from '../../src/framework';
import { exampleAssessment, exampleState, firstArea, priya, secondArea } from '../assessment/examples';
import { action, allOn, exampleTold, now, subjectsWith } from './toldExamples';

afterEach(cleanup);

const agreed = { at: '2026-11-23T10:00:00Z', by: priya };
const summary = summarise({
  framework,
  assessment: exampleAssessment({
    earlier: [{ keyAreaId: firstArea, level: 1, date: '2024-03-05', source: 'Peer review' }],
  }),
  states: [
    exampleState({
      phase: 'agreed',
      agreement: { ...agreed, level: 2, reason: 'Members are briefed twice a year' },
      target: { kind: 'level', level: 4, by: '2028-03-31' },
    }),
    exampleState({
      keyAreaId: secondArea,
      phase: 'agreed',
      agreement: { ...agreed, level: 3, reason: 'A board meets' },
    }),
  ],
  answeredBy: new Map(),
  responses: [],
  actions: [],
});
const typed = '<b>Brief</b> the [cabinet](javascript:alert(1)) **soon**';
const subjects = subjectsWith(typed);

/** What is drawn: elements, their texts and their colours, one to a line. */
function drawn(content: string, theme: 'default' | 'dark'): string {
  const { container } = render(<AdaptiveCard content={content} theme={theme} onOpen={() => undefined} />);
  const card = container.querySelector('.ac-adaptiveCard');
  return [`background ${card instanceof HTMLElement ? card.style.backgroundColor : ''}`, ...linesOf(card)].join('\n');
}

function linesOf(card: Element | null): readonly string[] {
  return [...(card?.querySelectorAll<HTMLElement>('*') ?? [])].flatMap((each) => {
    // The package writes `innerText`, which the simulated page keeps without drawing it.
    const said: unknown = Reflect.get(each, 'innerText');
    if (typeof said !== 'string') return [];
    const { style } = each;
    const look = [style.color, style.fontWeight, style.fontSize].filter((part) => part !== '').join(' ');
    return [`${each.className} [${look}] ${said}`];
  });
}

describe.each(['default', 'dark'] as const)('in the theme %s', (theme) => {
  it.each(subjects.map((about) => [about.event, about] as const))('%s', (_, about) => {
    const { card } = messageContent(summary, about, 'https://teams.example/l/entity/x');
    expect(drawn(JSON.stringify(card), theme)).toMatchSnapshot();
    expect(document.querySelector('.ac-adaptiveCard a, .ac-adaptiveCard b, .ac-adaptiveCard img')).toBeNull();
  });

  it('the digest of what is due', () => {
    const told = exampleTold({ told: { arrangements: allOn, actions: [action({ text: typed, due: '2026-11-20' })] } });
    const entries = digestOf([told], now, null);
    expect(entries).toHaveLength(1);
    const card = digestCard(entries, 'https://teams.example/l/entity/x');
    expect(drawn(JSON.stringify(card), theme)).toMatchSnapshot();
  });
});
