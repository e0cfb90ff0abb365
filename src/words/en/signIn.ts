// Words of the small window that signs a person in where Teams does not do it itself.
export const signIn = {
  continue: 'Continue to sign in',
  nothing: 'This window signs people in. It was opened without anyone asking for that, and can be closed.',
  failed: 'Signing in cannot go on. Close this window and try again from the tab.',
};
