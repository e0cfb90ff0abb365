// The sandbox's own interfaces under /sandbox: who and where, tokens, settings, rights, the log, a clean start.
import { Hono } from 'hono';
import { z } from 'zod';
import { rulesWish } from './faults/rules';
import { GraphFault } from './graph/fault';
import { issueToken, readToken } from './graph/token';
import type { Sandbox } from './graph/types';
import { appPerson, changeApp, readApp } from './store/app';
import { consentShape, readConsent, saveConsent } from './store/consent';
import { allLists, findList } from './store/lists';
import { postingKinds, setChannelDeleted, setPosting } from './store/messages';
import { allPeople, findPerson, setSiteRole, siteRoles } from './store/people';
import { readRequests } from './store/requests';
import { grantSite, listRight, namedRights, replaceRights, rights } from './store/rights';
import { channels, generalChannelId, siteId, teamId } from './store/seed';
import { changeSettings, readSettings } from './store/settings';
import { workflowAddresses } from './workflows';

const tokenWish = z.object({ userId: z.string(), scopes: z.array(z.string()) });
const rightsWish = z.record(z.string(), z.enum(rights));
const roleWish = z.object({ role: z.enum(siteRoles) });
const grantWish = z.object({ right: z.enum(['none', 'read', 'write']) });
const channelWish = z.object({ deleted: z.boolean().optional(), posting: z.enum(postingKinds).optional() });

/** A refusal of one of these interfaces: a status and a plain text. */
class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404,
    message: string,
  ) {
    super(message);
  }
}

/** The interfaces, relative to where they are mounted. Bodies of the wrong shape are answered with 400 and a text. */
export function sandboxApi(sandbox: Sandbox): Hono {
  const { database } = sandbox;
  const api = new Hono();

  // Pages elsewhere may not reach in: only the sandbox's own pages, and programs, which send no origin.
  api.use(async (c, next) => {
    const origin = c.req.header('Origin');
    if (origin !== undefined && origin !== sandbox.origin())
      throw new Refusal(403, 'Only the sandbox itself may call this.');
    await next();
  });
  api.onError((error, c) => {
    if (error instanceof Refusal) return c.text(error.message, error.status);
    if (error instanceof GraphFault) return c.text(error.message, error.status);
    if (error instanceof z.ZodError) return c.text(z.prettifyError(error), 400);
    if (error instanceof SyntaxError) return c.text('The body is not JSON.', 400);
    console.error(error);
    return c.text('The sandbox failed.', 500);
  });

  api.get('/place', (c) => c.json({ siteId, teamId, channelId: generalChannelId }));
  api.get('/people', (c) =>
    c.json(allPeople(database).map(({ id, displayName, role }) => ({ id, displayName, role }))),
  );
  api.post('/token', async (c) => {
    const { userId, scopes } = tokenWish.parse(await c.req.json());
    const person = findPerson(database, userId);
    if (person === undefined) throw new Refusal(400, `There is no person ${userId}.`);
    return c.json({ access_token: await issueToken(sandbox, person, scopes) });
  });
  api.post('/reset', (c) => {
    sandbox.reset();
    return c.body(null, 204);
  });
  api.get('/requests', (c) => c.json(readRequests(database)));
  api.get('/settings', (c) => c.json(readSettings(database)));
  api.post('/settings', async (c) => c.json(changeSettings(database, await c.req.json())));
  api.get('/usage', (c) => c.json(sandbox.usage.report()));
  const rulesInForce = () => ({ rules: sandbox.faults.list() });
  api.get('/faults', (c) => c.json(rulesInForce()));
  api.post('/faults', async (c) => {
    const wish = rulesWish.parse(await c.req.json());
    const known = new Set([appPerson, ...allPeople(database)].flatMap(({ id, slug }) => [id, slug]));
    for (const { user } of wish.rules)
      if (user !== undefined && !known.has(user)) throw new Refusal(400, `There is no person ${user}.`);
    sandbox.faults.add(wish);
    return c.json(rulesInForce());
  });
  api.delete('/faults', (c) => {
    sandbox.faults.clear();
    return c.json(rulesInForce());
  });
  // The app's registration, what it was granted, and where its cards go.
  api.get('/app', (c) => c.json(readApp(database)));
  api.post('/app', async (c) => c.json(changeApp(database, await c.req.json())));
  api.put('/site-grants/:site', async (c) => {
    grantSite(database, c.req.param('site'), grantWish.parse(await c.req.json()).right);
    return c.body(null, 204);
  });
  api.get('/workflows', (c) => c.json(workflowAddresses(sandbox)));
  api.put('/channels/:channel', async (c) => {
    const { deleted, posting } = channelWish.parse(await c.req.json());
    const channel = c.req.param('channel');
    if (!channels.some(({ id }) => id === channel)) throw new Refusal(404, 'There is no such channel.');
    if (deleted !== undefined) setChannelDeleted(database, channel, deleted);
    if (posting !== undefined) setPosting(database, channel, posting);
    return c.body(null, 204);
  });

  const known = (userId: string): string => {
    if (findPerson(database, userId) === undefined) throw new Refusal(404, 'There is no such person.');
    return userId;
  };
  api.get('/consent/:person', (c) => c.json(readConsent(database, known(c.req.param('person')))));
  api.put('/consent/:person', async (c) => {
    const consent = consentShape.parse(await c.req.json());
    saveConsent(database, known(c.req.param('person')), consent);
    return c.json(consent);
  });

  const needOwner = async (authorization: string | undefined): Promise<void> => {
    const { person } = await readToken(sandbox, authorization);
    if (person.role !== 'owner') throw new Refusal(403, 'Only an owner of the site may do this.');
  };
  const listId = (asked: string): string => {
    const list = findList(database, asked);
    if (list === undefined) throw new Refusal(404, 'There is no such list.');
    return list.id;
  };

  // What SharePoint's own pages know about the person who looks, and Graph does not tell.
  api.get('/my-rights', async (c) => {
    const { person } = await readToken(sandbox, c.req.header('Authorization'));
    return c.json(Object.fromEntries(allLists(database).map(({ id }) => [id, listRight(database, person, id)])));
  });
  api.get('/rights/:list', async (c) => {
    await needOwner(c.req.header('Authorization'));
    return c.json(namedRights(database, listId(c.req.param('list'))));
  });
  api.put('/rights/:list', async (c) => {
    await needOwner(c.req.header('Authorization'));
    const named = rightsWish.parse(await c.req.json());
    const id = listId(c.req.param('list'));
    replaceRights(database, id, named);
    return c.json(namedRights(database, id));
  });
  api.put('/site-role/:person', async (c) => {
    await needOwner(c.req.header('Authorization'));
    const { role } = roleWish.parse(await c.req.json());
    if (!setSiteRole(database, c.req.param('person'), role)) throw new Refusal(404, 'There is no such person.');
    return c.json({ role });
  });
  return api;
}
