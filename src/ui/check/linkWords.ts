// What the check found of one link, in words. Pure.
import type { Home } from '../../assessment';
import type { HostContext } from '../../base/host';
import type { CheckReport, LinkReport } from '../../connection/report';
import { definitionOf } from '../../sharepoint/lists';
import { words } from '../../words';
import { faultWords } from '../parts/faultWords';
import type { RowState } from '../parts/StateList';
import type { Checking } from './useCheck';

const said = words.check;

export const rowStates: Readonly<Record<LinkReport['state'], RowState>> = {
  checking: 'working',
  good: 'good',
  broken: 'broken',
  'not-checked': 'skipped',
};

/** The sentences below a link's name: what was found, and what mends it. */
export function linkWords(
  link: LinkReport,
  { report, home }: Pick<Checking, 'report' | 'home'>,
  context: HostContext,
  now: Date,
): readonly string[] {
  switch (link.state) {
    case 'checking':
      return [];
    case 'not-checked':
      return [said.notChecked];
    case 'good':
      return [goodWords(link, report, context, home)].filter((sentence) => sentence !== '');
    case 'broken':
      return [
        ...brokenWords(link, now),
        ...(link.link === 'councillors' && !link.fault ? councillorsWords(report) : []),
        ...link.remedies.map((remedy) => said.remedy[remedy]),
      ];
  }
}

/** What is wrong with a broken link, without what mends it. */
export function brokenWords(link: LinkReport, now: Date): readonly string[] {
  const general = said.broken[link.link];
  const named = link.link === 'lists' || link.link === 'columns' || link.remedies.includes('repair');
  if (!link.fault) return named && link.details.length > 0 ? [general, said.missing(link.details)] : [general];
  const { happened } = faultWords(link.fault, now);
  return happened === general ? [general] : [general, happened];
}

function goodWords({ link }: LinkReport, report: CheckReport | null, context: HostContext, home: Home | null): string {
  switch (link) {
    case 'sign-in':
      return said.good['sign-in'](context.person?.displayName ?? '');
    case 'site':
      return said.good.site(report?.site?.displayName ?? '');
    case 'councillors':
      return said.good.councillors(councillorsWords(report));
    case 'rights':
      return said.good.rights[report?.right ?? 'unknown'];
    case 'channel':
      return context.channel
        ? said.good.channel(context.channel.channelName, context.channel.teamName)
        : (home?.channelName ?? '');
    default:
      return said.good[link];
  }
}

/** What this person may do with each of the two lists, in sentences. */
function councillorsWords(report: CheckReport | null): readonly string[] {
  const rights = report?.councillors;
  const names = ['results', 'comments'] as const;
  return rights ? names.map((name) => said.good.councillorsRight[rights[name]](definitionOf(name).displayName)) : [];
}

/** Whether nothing is in the way of answering: that needs nothing of what councillors read and write. */
export const canAnswer = (report: CheckReport): boolean =>
  report.links.every((link) => link.state !== 'broken' || link.link === 'councillors');

/** Whether all that was looked at works. */
export const allGood = (report: CheckReport): boolean => report.links.every((link) => link.state !== 'broken');
