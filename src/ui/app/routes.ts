// The screens' addresses. The same text is the part after `#/` in the browser and the sub page of a Teams deep link.

/** Where in the product someone is. */
export type Route =
  | { readonly screen: 'landing' }
  | { readonly screen: 'framework' }
  | { readonly screen: 'open' }
  /** What is told, quiet hours, pre-election periods. */
  | { readonly screen: 'arrangements' }
  /** What is not in SharePoint yet. */
  | { readonly screen: 'unsaved' }
  | { readonly screen: 'assessment'; readonly assessmentId: string }
  | { readonly screen: 'answer'; readonly assessmentId: string; readonly keyAreaId: string }
  | { readonly screen: 'discuss'; readonly assessmentId: string; readonly keyAreaId: string }
  | { readonly screen: 'people'; readonly assessmentId: string }
  | { readonly screen: 'share'; readonly assessmentId: string }
  | { readonly screen: 'results'; readonly assessmentId: string }
  | { readonly screen: 'committee'; readonly assessmentId: string }
  | { readonly screen: 'check'; readonly assessmentId: string | null }
  /** An address that leads nowhere. */
  | { readonly screen: 'lost' };

const isId = (text: string | undefined): text is string => text !== undefined && /^[a-z0-9-]{1,80}$/.test(text);

/** Reads a sub page such as `assessment/{id}/answer/{key area}`. Anything unknown is `lost`, never an error. */
export function parseRoute(subPage: string): Route {
  const [first = '', id, screen, keyAreaId, ...rest] = subPage.toLowerCase().split('/').filter(Boolean);
  if (rest.length > 0) return { screen: 'lost' };
  if (id === undefined) return simple(first);
  if (!isId(id)) return { screen: 'lost' };
  if (first === 'check' && screen === undefined) return { screen: 'check', assessmentId: id };
  return first === 'assessment' ? withinAssessment(id, screen, keyAreaId) : { screen: 'lost' };
}

function simple(first: string): Route {
  if (first === '') return { screen: 'landing' };
  if (first === 'check') return { screen: 'check', assessmentId: null };
  const known = first === 'framework' || first === 'open' || first === 'unsaved' || first === 'arrangements';
  return known ? { screen: first } : { screen: 'lost' };
}

function withinAssessment(assessmentId: string, screen: string | undefined, keyAreaId: string | undefined): Route {
  if (screen === undefined) return { screen: 'assessment', assessmentId };
  if (screen === 'answer' || screen === 'discuss')
    return isId(keyAreaId) ? { screen, assessmentId, keyAreaId } : { screen: 'lost' };
  const known = screen === 'people' || screen === 'share' || screen === 'results' || screen === 'committee';
  return known && keyAreaId === undefined ? { screen, assessmentId } : { screen: 'lost' };
}

/** The sub page of a route: what `parseRoute` reads back. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'landing':
    case 'lost':
      return '';
    case 'framework':
    case 'open':
    case 'unsaved':
    case 'arrangements':
      return route.screen;
    case 'check':
      return route.assessmentId === null ? 'check' : `check/${route.assessmentId}`;
    case 'assessment':
      return `assessment/${route.assessmentId}`;
    case 'answer':
    case 'discuss':
      return `assessment/${route.assessmentId}/${route.screen}/${route.keyAreaId}`;
    case 'people':
    case 'share':
    case 'results':
    case 'committee':
      return `assessment/${route.assessmentId}/${route.screen}`;
  }
}

/** The address of a route for a link inside this page. */
export const hrefOf = (route: Route): string => `#/${formatRoute(route)}`;
