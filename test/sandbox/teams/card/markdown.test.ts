// A card's text: the little markdown of Teams, and never HTML of the author.
import fc from 'fast-check';
import { cardMarkdown } from '../../../../sandbox/teams/card/markdown';

it('shows bold, italic, links and lists, and takes a backslash for “as it stands”', () => {
  expect(cardMarkdown('**b** _i_ [w](https://x.example/)')).toBe(
    '<p><strong>b</strong> <em>i</em> <a href="https://x.example/">w</a></p>',
  );
  expect(cardMarkdown('- one\n- two')).toContain('<li>one</li>');
  expect(cardMarkdown('\\*\\*not bold\\*\\*')).toBe('<p>**not bold**</p>');
});

it('shows no headings, pictures or tables', () => {
  expect(cardMarkdown('# h')).toBe('<p># h</p>');
  expect(cardMarkdown('![p](https://x.example/p.png)')).not.toContain('<img');
});

it('follows no link that runs something', () => {
  expect(cardMarkdown('[x](javascript:alert(1))')).not.toContain('href');
});

it('lets no tag through that is not its own', () => {
  const parts = fc.array(
    fc.constantFrom('<b>', '<script>', '<img src=x onerror=1>', '"', '&', '[', '](', ')', '*', 'a', '\n'),
  );
  fc.assert(
    fc.property(parts, (text) => {
      const left = cardMarkdown(text.join('')).replace(
        /<\/?(p|strong|em|ul|ol|li|br|a)( (href|start)="[^"<>]*")?>/g,
        '',
      );
      expect(left).not.toMatch(/[<>]/);
    }),
  );
});
