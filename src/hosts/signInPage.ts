// The sign-in window beside the tab, for hosts that do not sign people in themselves. It is opened by MSAL in one of two
// roles, told apart by its address: it takes a framed tab's request to Microsoft's sign-in page, or brings the answer back.
// Source: MSAL Browser 5.29, "Redirect bridge" and "Popup relay".
import { runPopupRelay } from '@azure/msal-browser/popup-relay';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { words } from '../words';
import { type Config, readConfig } from './config';
import { signInRole } from './signInRole';

/** Plays the window's role in `root`. */
export async function showSignInPage(root: HTMLElement): Promise<void> {
  const role = signInRole(window.location.href);
  if (role === 'answer') return broadcastResponseToMainFrame();
  if (role === 'nothing') return say(root, words.signIn.nothing);
  const config = await readConfig(fetch, window.location.href);
  if (!config.ok) return say(root, `${words.signIn.failed} ${config.error.detail}`);
  offerToContinue(root, config.value);
}

// Browsers open a further window only for a click.
function offerToContinue(root: HTMLElement, config: Config): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.signIn.continue;
  button.addEventListener('click', () => {
    button.disabled = true;
    try {
      runPopupRelay({ allowedAuthorityOrigins: [new URL(config.authority).origin] });
    } catch (error) {
      say(root, `${words.signIn.failed} ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  root.replaceChildren(button);
}

function say(root: HTMLElement, text: string): void {
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'status');
  paragraph.textContent = text;
  root.replaceChildren(paragraph);
}
