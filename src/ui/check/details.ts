// The check as plain text that someone can pass on to an administrator. Pure; it holds ids and addresses, never a token.
import type { HostContext } from '../../base/host';
import { unreachable } from '../../base/result';
import type { CheckReport, LinkReport } from '../../connection/report';
import type { JournalEntry } from '../../replica/replica';
import { words } from '../../words';
import { faultWords } from '../parts/faultWords';

/** One line for each fact. */
export function detailsText(
  report: CheckReport,
  host: { kind: string; context: HostContext },
  journal: readonly JournalEntry[],
  now: Date,
): string {
  const { context } = host;
  return [
    `${words.common.product}, ${now.toISOString()}`,
    `host: ${host.kind}, frame: ${context.frame}`,
    `tenant: ${context.tenantId ?? '-'}`,
    `person: ${context.person?.id ?? '-'}`,
    `team: ${context.channel?.teamId ?? '-'}, channel: ${context.channel?.channelId ?? '-'}`,
    `meeting: ${context.meeting ? 'yes' : 'no'}`,
    `site: ${report.site ? `${report.site.webUrl} (${report.site.id})` : '-'}`,
    `right: ${report.right}`,
    ...report.links.flatMap((link) => linkLines(link, now)),
    ...journal.map(journalLine),
  ].join('\n');
}

function linkLines(link: LinkReport, now: Date): readonly string[] {
  const fault = link.fault ? `, ${link.fault.kind}: ${faultWords(link.fault, now).details}` : '';
  return [`${link.link}: ${link.state}${fault}`, ...link.details.map((detail) => `  ${detail}`)];
}

/** What this device noticed, for whoever helps: not for councils' officers, so not in their words. */
function journalLine(entry: JournalEntry): string {
  switch (entry.what) {
    case 'fresh-start':
      return `${entry.at}: ${entry.list}: read anew`;
    case 'drift':
      return `${entry.at}: ${entry.list}: the change feed had left out ${entry.kept} changed and ${entry.gone} removed rows`;
    case 'slowed-down':
      return `${entry.at}: Microsoft 365 asked for patience until ${entry.until}`;
    default:
      return unreachable(entry);
  }
}
