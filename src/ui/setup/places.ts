// The channels that can be chosen where none belongs, each with the site its lists are in.
import { ok, type Result } from '../../base/result';
import { findSetUpChannels } from '../../connection/findPlace';
import type { GraphFault } from '../../graph/faults';
import type { Graph } from '../../graph/graph';
import type { Site } from '../../sharepoint/sites';
import type { Place } from '../app/begin';

/** A channel that can be chosen. */
export interface SitedPlace extends Place {
  readonly site: Site;
}

/** Looks through this person's teams for channels whose site has our lists. */
export async function searchPlaces(graph: Graph): Promise<Result<readonly SitedPlace[], GraphFault>> {
  const found = await findSetUpChannels(graph);
  if (!found.ok) return found;
  return ok(
    found.value.map(({ teamId, teamName, channelId, channelName, site }) => ({
      teamName,
      home: { teamId, channelId, channelName },
      site,
    })),
  );
}
