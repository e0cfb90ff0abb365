// The server's part of the small Teams: the tabs people added, what is on a meeting's stage, how many posts there are, and
// who consented to what.
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { activitiesOf, markRead } from '../store/activities';
import type { SandboxDatabase } from '../store/database';
import { type Conversation, consent, newTab, type SavedTab, savedTab, stage } from './shapes';

const tables = `
  create table if not exists teams_tab (
    id text primary key, conversationId text not null, position integer not null, body text not null
  );
  create table if not exists teams_stage (conversationId text primary key, body text not null);
  create table if not exists teams_consent (personId text primary key, body text not null);
`;

const row = z.object({ body: z.string() });
const count = z.object({ posts: z.number() });

/**
 * The endpoints, relative to where they are mounted:
 * `GET /conversations/:id`, `POST …/tabs`, `PUT` and `DELETE …/tabs/:tab`, `PUT` and `DELETE …/stage`, `GET` and
 * `PUT /consent/:person`, `GET /activities/:person`, `PUT …/:activity/read`. Anything but JSON of the right shape is answered with 400 and a text, another site's page with
 * 403. A reset of the database empties these tables with all others.
 */
export function teamsApi(database: SandboxDatabase): Hono {
  database.exec(tables);
  const api = new Hono();
  // Pages elsewhere may not reach in: only the sandbox's own pages, and programs, which send no origin.
  api.use(async (c, next) => {
    const origin = c.req.header('Origin');
    if (origin !== undefined && origin !== new URL(c.req.url).origin) {
      return c.text('Only the sandbox itself may call this.', 403);
    }
    return next();
  });
  api.onError((error, c) => {
    if (error instanceof z.ZodError) return c.text(z.prettifyError(error), 400);
    if (error instanceof SyntaxError) return c.text('The body is not JSON.', 400);
    throw error;
  });

  api.get('/conversations/:id', (c) => c.json(readConversation(database, c.req.param('id'))));

  api.post('/conversations/:id/tabs', async (c) => {
    const body = newTab.parse(await c.req.json());
    const tab: SavedTab = { ...body, id: randomUUID(), conversationId: c.req.param('id') };
    database
      .prepare(
        `insert into teams_tab (id, conversationId, position, body)
         values (?, ?, (select coalesce(max(position), 0) + 1 from teams_tab), ?)`,
      )
      .run(tab.id, tab.conversationId, JSON.stringify(tab));
    return c.json(tab, 201);
  });

  api.put('/conversations/:id/tabs/:tab', async (c) => {
    const body = savedTab.parse(await c.req.json());
    const { id, tab } = c.req.param();
    const changed = database
      .prepare('update teams_tab set body = ? where id = ? and conversationId = ?')
      .run(JSON.stringify({ ...body, id: tab, conversationId: id }), tab, id);
    return changed.changes === 1 ? c.json(body) : c.text('There is no such tab.', 404);
  });

  api.delete('/conversations/:id/tabs/:tab', (c) => {
    const { id, tab } = c.req.param();
    database.prepare('delete from teams_tab where id = ? and conversationId = ?').run(tab, id);
    return c.body(null, 204);
  });

  api.put('/conversations/:id/stage', async (c) => {
    const body = stage.parse(await c.req.json());
    database
      .prepare('insert or replace into teams_stage (conversationId, body) values (?, ?)')
      .run(c.req.param('id'), JSON.stringify(body));
    return c.json(body);
  });

  api.delete('/conversations/:id/stage', (c) => {
    database.prepare('delete from teams_stage where conversationId = ?').run(c.req.param('id'));
    return c.body(null, 204);
  });

  api.get('/activities/:person', (c) => c.json(activitiesOf(database, c.req.param('person'))));
  api.put('/activities/:person/:activity/read', (c) => {
    const { person, activity } = c.req.param();
    return markRead(database, person, activity) ? c.body(null, 204) : c.text('There is no such line.', 404);
  });

  api.get('/consent/:person', (c) => {
    const found = database.prepare('select body from teams_consent where personId = ?').get(c.req.param('person'));
    // Nothing kept means what a council's administrator usually does: grant every scope for everyone.
    return c.json(found === undefined ? { mode: 'all' } : consent.parse(JSON.parse(row.parse(found).body)));
  });

  api.put('/consent/:person', async (c) => {
    const body = consent.parse(await c.req.json());
    database
      .prepare('insert or replace into teams_consent (personId, body) values (?, ?)')
      .run(c.req.param('person'), JSON.stringify(body));
    return c.json(body);
  });

  return api;
}

function readConversation(database: SandboxDatabase, id: string): Conversation {
  const tabs = database.prepare('select body from teams_tab where conversationId = ? order by position').all(id);
  const staged = database.prepare('select body from teams_stage where conversationId = ?').get(id);
  // Messages are never changed or removed here, so their number tells a window whether to read them again.
  const { posts } = count.parse(
    database.prepare('select count(*) as posts from messages where channel_id = ?').get(id),
  );
  return {
    posts,
    tabs: tabs.map((found) => savedTab.parse(JSON.parse(row.parse(found).body))),
    stage: staged === undefined ? null : stage.parse(JSON.parse(row.parse(staged).body)),
  };
}
