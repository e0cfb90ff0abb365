// A message's HTML: what Teams allows is shown, everything else leaves at most its text.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SafeHtml } from '../../../sandbox/teams/ui/SafeHtml';

const show = (html: string, onLink = jest.fn()) => {
  const { container } = render(<SafeHtml html={html} onLink={onLink} attachment={(id) => <i data-card={id} />} />);
  return { container, onLink };
};

it('keeps plain formatting, mentions and the place of a card', () => {
  const { container } = show('<p>Hello <b>all</b> <at id="0">Priya</at></p><attachment id="a1"></attachment>');
  expect(container.innerHTML).toBe('<p>Hello <b>all</b> <strong>Priya</strong></p><i data-card="a1"></i>');
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<style>*{display:none}</style>',
  '<iframe src="https://elsewhere.example"></iframe>',
])('drops %s', (html) => expect(show(html).container.innerHTML).toBe(''));

it('drops attributes', () => {
  expect(show('<p onclick="x()" style="color:red">a</p>').container.innerHTML).toBe('<p>a</p>');
});

it('follows web links by the page’s own way, and shows others as text', async () => {
  const { container, onLink } = show('<a href="https://x.example/">good</a> <a href="javascript:alert(1)">bad</a>');
  await userEvent.click(screen.getByRole('link', { name: 'good' }));
  expect(onLink).toHaveBeenCalledWith('https://x.example/');
  expect(container.querySelectorAll('a')).toHaveLength(1);
});
