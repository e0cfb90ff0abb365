// Entry of sign-in.html: the window that signs a person in where the host does not do it itself.
import { showSignInPage } from './hosts/signInPage';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id root.');
await showSignInPage(root);
