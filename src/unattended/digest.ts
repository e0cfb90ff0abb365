// The digests that are due in a site: one for each channel with something to say, once a day.
import { digestCard, digestOf, type Told } from '../channel';
import { homeKey, keys } from '../sharepoint/records';
import { londonDay } from '../words';
import type { LinkTo, Saying } from './say';
import type { OpenSite, SaidDigest } from './site';

/** What is to be said: nothing where today's digest was said, or begun, already. */
export function digestSayings(
  site: Pick<OpenSite, 'name' | 'digests' | 'known'>,
  told: readonly Told[],
  now: Date,
  linkTo: LinkTo,
): readonly Saying[] {
  return [...byHome(told)].flatMap(([home, assessments]) => {
    const [first] = assessments;
    if (!first) return [];
    const place = first.assessment.record.home;
    const said = site.digests(place).filter(isSaid);
    const occasion = `${home}:${londonDay(now)}`;
    const key = keys.message('', 'digest', occasion);
    if (said.some(({ message }) => message.occasion === occasion)) return [];
    const entries = digestOf(assessments, now, lastOf(said));
    if (entries.length === 0) return [];
    const link = linkTo(place.channelId, '', place.channelName);
    return [
      {
        mark: { site: site.name, assessment: null, message: 'digest', to: 'channel' },
        key,
        message: { assessmentId: '', event: 'digest', occasion, personId: null },
        content: { kind: 'card', channelId: place.channelId, card: digestCard(entries, link) },
        known: site.known(key),
      } satisfies Saying,
    ];
  });
}

function byHome(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const homes = new Map<string, Told[]>();
  for (const each of told) {
    const home = homeKey(each.assessment.record.home);
    homes.set(home, [...(homes.get(home) ?? []), each]);
  }
  return homes;
}

/** Whether a digest was said, or may have been. */
const isSaid = ({ message }: SaidDigest): boolean => message.state !== 'ready' && message.state !== 'refused';

/** When the last one was begun, by SharePoint's clock. */
function lastOf(said: readonly SaidDigest[]): Date | null {
  const moments = said.map(({ createdAt }) => Date.parse(createdAt));
  return moments.length === 0 ? null : new Date(Math.max(...moments));
}
