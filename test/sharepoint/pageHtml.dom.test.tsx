// The results page as HTML: what people typed stays text, whatever it holds. No tag, no attribute and no link comes of it.
import fc from 'fast-check';
import { type Summary, summarise } from '../../src/assessment';
import { framework } from '../../src/framework';
import { type ResultsPage, resultsPage } from '../../src/report';
import { pageHtml } from '../../src/sharepoint/pageHtml';
import { exampleAssessment, exampleResponse, exampleState, firstArea, priya, secondArea } from '../assessment/examples';

const links = {
  list: 'https://council.example/Lists/Results',
  form: 'https://council.example/Lists/Comments/NewForm.aspx?a=1&b="2"',
  tab: 'https://teams.example/l/entity/app/tab?context={"subEntityId":"x"}',
};

/** Everything that people type and that the page holds, as one text wherever it stands. */
const summaryWith = (typed: string): Summary =>
  summarise({
    framework,
    assessment: exampleAssessment({
      title: typed,
      organisation: typed,
      earlier: [{ keyAreaId: firstArea, level: 1, date: '2025-03-03', source: typed }],
    }),
    states: [
      exampleState({
        phase: 'agreed',
        agreement: { level: 2, reason: typed, at: '2026-11-23T10:00:00Z', by: priya },
        target: { kind: 'level', level: 4, by: '2028-03-31' },
      }),
      exampleState({ keyAreaId: secondArea, phase: 'skipped', reason: typed }),
    ],
    answeredBy: new Map(),
    responses: ([1, 2, 4] as const).map((judgement, index) =>
      exampleResponse({ responseId: `r${index}`, judgement, remark: typed }),
    ),
    actions: ['a', 'b'].map((id) => ({
      id,
      assessmentId: exampleAssessment().id,
      keyAreaId: firstArea,
      text: typed,
      owner: id === 'a' ? { kind: 'post', post: typed } : { kind: 'person', person: { id: 'x', displayName: typed } },
      due: '2026-01-31',
      status: 'open',
    })),
  });

const pageWith = (typed: string): ResultsPage =>
  resultsPage({ summary: summaryWith(typed), framework, links, sharedOn: '2026-11-24', today: '2026-11-24' });

const htmlOf = (page: ResultsPage): string => page.sections.map(pageHtml).join('');
const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

/** Every element with its attributes, in order; line breaks apart, which are typed on purpose. */
const skeleton = (html: string): readonly string[] =>
  [...parsed(html).querySelectorAll('*')]
    .filter(({ tagName }) => tagName !== 'BR')
    .map(({ tagName, attributes }) =>
      [tagName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(' '),
    );

const plain = skeleton(htmlOf(pageWith('plain')));

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '/',
      '=',
      '`',
      '\n',
      '\r\n',
      '\0',
      '\v',
      '<img src=x onerror=alert(1)>',
      '</p>',
      '</ul><script>',
      '<!--',
      ']]>',
      '&lt;',
      '&#60;',
      'https://evil.example',
      'javascript:alert(1)',
      '[x](javascript:y)',
      '<a href=x>',
      '{{DATE()}}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  ),
  minLength: 1,
  maxLength: 12,
});

test('no tag, no attribute and no link arises from typed text', () => {
  fc.assert(
    fc.property(hostile, (typed) => {
      expect(skeleton(htmlOf(pageWith(typed)))).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

test('typed text is all there, as it was typed', () => {
  const typed = `<img src=x onerror=alert(1)> "quotes" & 'ticks' &lt; שלום 😀`;
  const html = htmlOf(pageWith(typed));
  expect(html).not.toContain('<img');
  expect(parsed(html).textContent?.split(typed).length).toBeGreaterThan(5);
  const reason = htmlOf(pageWith('first\nsecond'));
  expect(reason).toContain('<p>first<br>second</p>');
});

test('headings come in order, and only our own addresses are links', () => {
  const body = parsed(htmlOf(pageWith('plain')));
  const levels = [...body.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels[0]).toBe(2);
  const steps = levels.map((level, index) => level - (levels[index - 1] ?? 1));
  expect(Math.max(...steps)).toBe(1);
  expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    links.form,
    links.list,
    links.tab,
  ]);
  const odd = pageHtml([{ kind: 'links', links: [{ text: 'x', url: 'javascript:alert(1)' }] }]);
  expect(parsed(odd).querySelector('a')).toBeNull();
});
