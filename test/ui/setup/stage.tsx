// A page on which set-up and check screens are tried: a host that can be told what to answer, and connection work done by hand.
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { ConfigurationPage, Host, HostContext, SavedTab, SignInFault } from '../../../src/base/host';
import { fail, ok, type Result } from '../../../src/base/result';
import type { Workplace } from '../../../src/commands/workplace';
import type { SetUpPlan, SetUpStep } from '../../../src/connection/report';
import { framework } from '../../../src/framework';
import { listDefinitions } from '../../../src/sharepoint/lists';
import type { Site } from '../../../src/sharepoint/sites';
import { WorkplaceContext } from '../../../src/ui/app/contexts';
import { Providers } from '../../../src/ui/app/Providers';
import { FakeEnvironment, home, priya } from '../fakeWorkplace';

/** Names as hostile as they come: they must show as text. */
export const hostile = '<img src=x onerror="document.title=1"> & “Board”';

export const site: Site = {
  id: 'site-1',
  displayName: `Procurement ${hostile}`,
  webUrl: 'https://council.sharepoint.example/sites/p',
};

export const inChannel: HostContext = {
  person: priya,
  tenantId: 'tenant',
  frame: 'settings',
  subPage: null,
  channel: { ...home, teamName: 'Procurement and commercial' },
  meeting: null,
  site: { domain: 'council.sharepoint.example', path: '/sites/p' },
};

/** A host of the configuration page. */
export class StageHost implements Host {
  readonly kind = 'teams';
  readonly pickPeople = null;
  readonly shareToStage = null;
  readonly asked: string[] = [];
  readonly opened: string[] = [];
  answer: Result<string, SignInFault> = ok('token');
  ready: boolean | null = null;
  /** What Teams calls when Save is pressed. */
  save: () => Promise<Result<SavedTab, string>> = async () => fail('nothing registered');
  readonly configuration: ConfigurationPage | null;

  constructor(
    private readonly where: HostContext = inChannel,
    configurable = true,
  ) {
    this.configuration = configurable
      ? {
          setReady: (ready) => {
            this.ready = ready;
          },
          onSave: (tab) => {
            this.save = tab;
          },
        }
      : null;
  }

  context = () => this.where;
  theme = () => 'default' as const;
  onThemeChange = () => () => undefined;
  linkTo = (subPage: string) => `https://teams.example/${subPage}`;
  notifyReady = () => undefined;

  async token(scopes: readonly string[], how: 'silent' | 'ask') {
    this.asked.push(`${how} ${scopes.join(' ')}`);
    return this.answer;
  }

  async open(url: string) {
    this.opened.push(url);
  }
}

export const adminConsentLink = 'https://login.example/tenant/adminconsent?client_id=c';

const noCall = () => Promise.reject(new Error('No call to Graph was expected.'));

/** Shows something in its surroundings, with or without a workplace. */
export function show(host: Host, children: ReactNode, work: Workplace | null = null) {
  window.location.hash = '';
  const surroundings = {
    host,
    environment: new FakeEnvironment(),
    framework,
    graph: { send: noCall, sendThenRead: noCall, onThrottled: () => () => undefined },
    adminConsentLink,
  };
  return render(
    <Providers surroundings={surroundings}>
      <WorkplaceContext value={work}>{children}</WorkplaceContext>
    </Providers>,
  );
}

/** A plan in which the first lists are there and the others are in another state. */
export function planWith(there: number, others: Partial<SetUpStep> = {}): SetUpPlan {
  const steps = listDefinitions.map(
    (list, index): SetUpStep => ({
      list: list.name,
      displayName: list.displayName,
      state: 'there',
      missingColumns: [],
      foreign: false,
      ...(index < there ? {} : { state: 'missing', ...others }),
    }),
  );
  return { site, councillors: { kind: 'here' }, moves: false, steps, complete: there >= steps.length };
}
