// What every page of the product does first: read its configuration, find its host, and make the way to Graph.
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserEnvironment } from './base/browserEnvironment';
import { framework } from './framework';
import { createGraph } from './graph/client';
import { createBrowserHost } from './hosts/browser';
import { adminConsentLink, type Config, type ConfigFault, readConfig } from './hosts/config';
import { connectTeams } from './hosts/teams';
import type { Surroundings } from './ui/app/contexts';
import { words } from './words';

/** Shows a page in the element `root`; `page` makes it from its surroundings. */
export async function startPage(page: (surroundings: Surroundings, config: Config) => ReactNode): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no element with the id root.');
  const root = createRoot(element);
  const config = await readConfig(fetch, window.location.href);
  root.render(
    <StrictMode>
      {config.ok ? page(await surroundingsOf(config.value), config.value) : <Misinstalled fault={config.error} />}
    </StrictMode>,
  );
}

async function surroundingsOf(config: Config): Promise<Surroundings> {
  const environment = browserEnvironment;
  const host = (await connectTeams(config, environment)) ?? createBrowserHost(config, environment);
  const graph = createGraph({
    baseUrl: config.graph,
    // Whatever calls Graph in the background must never open a window; screens ask from a click.
    token: (scopes) => host.token(scopes, 'silent'),
    environment,
  });
  return { host, environment, framework, graph, adminConsentLink: adminConsentLink(config, host.context().tenantId) };
}

/** Nothing can be reached without the configuration: not even the host, so that this page stands alone. */
function Misinstalled({ fault }: { readonly fault: ConfigFault }) {
  const said = words.setup.brokenConfig;
  return (
    <FluentProvider theme={teamsLightTheme}>
      <main style={{ padding: '20px', overflowWrap: 'anywhere' }} role="alert">
        <h1>{said.heading}</h1>
        <p>{said.text}</p>
        <code>{fault.detail}</code>
      </main>
    </FluentProvider>
  );
}
