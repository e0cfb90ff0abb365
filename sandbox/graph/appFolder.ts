// A person's app folder in OneDrive: small files that belong to this app and this person.

import { type AppFile, deleteFile, fileById, findFile, saveFile } from '../store/files';
import { allPeople, peopleById } from '../store/people';
import { readSettings } from '../store/settings';
import { accessDenied, GraphFault, invalidRequest, itemNotFound } from './fault';
import { pick, selectOf } from './query';
import { scopes } from './scopes';
import { identityOf } from './shapes';
import { type GraphContext, graphBase, type Need, type Route, type Sandbox, stampOf } from './types';

const largest = 4 * 1024 * 1024;

/** Where a file's content can be fetched without a token, as real download links allow for a while. */
const downloadPath = (file: AppFile): string => `/download/${file.id}`;

const personalDrive = (sandbox: Sandbox, userId: string): string => {
  const number = allPeople(sandbox.database).findIndex((person) => person.id === userId);
  return `b!personal-${number}-Q7mXc2sVdE6Yf0aLrTgKpw`;
};

function driveItem(sandbox: Sandbox, file: AppFile): Record<string, unknown> {
  const people = peopleById(sandbox.database);
  const driveId = personalDrive(sandbox, file.userId);
  return {
    id: file.id,
    name: file.name,
    eTag: `"{${file.id}},${file.version}"`,
    cTag: `"c:{${file.id}},${file.version}"`,
    size: file.content.length,
    createdDateTime: file.createdAt,
    lastModifiedDateTime: file.modifiedAt,
    createdBy: identityOf(people, file.userId),
    lastModifiedBy: identityOf(people, file.userId),
    webUrl: `https://northbridge-my.sharepoint.example/Apps/${encodeURIComponent(file.name)}`,
    parentReference: { driveId, driveType: 'business', path: `/drives/${driveId}/root:/Apps` },
    file: { mimeType: file.contentType },
    fileSystemInfo: { createdDateTime: file.createdAt, lastModifiedDateTime: file.modifiedAt },
  };
}

const nameHere = (c: GraphContext): string => {
  const name = (c.req.param('name') ?? '').replace(/:$/, '');
  if (name === '' || /["*:<>?/\\|]/.test(name))
    throw invalidRequest('The name in the provided oneDrive resource path is not valid.');
  return name;
};

// Some tenants answer 403 here whatever the scopes say; the setting makes this one do so.
function refuseWhereRefused(sandbox: Sandbox): void {
  if (readSettings(sandbox.database).appFolder === 'refused') throw accessDenied();
}

function fileHere(c: GraphContext, sandbox: Sandbox): AppFile {
  refuseWhereRefused(sandbox);
  const file = findFile(sandbox.database, c.get('person').id, nameHere(c));
  if (file === undefined) throw itemNotFound('The resource could not be found.');
  return file;
}

const context = (sandbox: Sandbox): string => `${graphBase(sandbox)}/$metadata#drives/items/$entity`;

async function writeContent(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  refuseWhereRefused(sandbox);
  const name = nameHere(c);
  const content = new Uint8Array(await c.req.arrayBuffer());
  if (content.length > largest)
    throw new GraphFault(413, 'requestEntityTooLarge', 'The file is too large for a simple upload.');
  const { database } = sandbox;
  const userId = c.get('person').id;
  const before = findFile(database, userId, name);
  const at = stampOf(sandbox);
  const file: AppFile = {
    userId,
    name: before?.name ?? name,
    id: before?.id ?? sandbox.newId(),
    version: (before?.version ?? 0) + 1,
    contentType: c.req.header('Content-Type') ?? 'application/octet-stream',
    content,
    createdAt: before?.createdAt ?? at,
    modifiedAt: at,
  };
  saveFile(database, file);
  return c.json({ '@odata.context': context(sandbox), ...driveItem(sandbox, file) }, before === undefined ? 201 : 200);
}

// Content is not answered here: the answer points at a link that needs no token.
const readContent = (c: GraphContext, sandbox: Sandbox): Response =>
  c.body(null, 302, { Location: `${sandbox.origin()}${downloadPath(fileHere(c, sandbox))}` });

const readFile = (c: GraphContext, sandbox: Sandbox): Response =>
  c.json({ '@odata.context': context(sandbox), ...pick(driveItem(sandbox, fileHere(c, sandbox)), selectOf(c)) });

function removeFile(c: GraphContext, sandbox: Sandbox): Response {
  deleteFile(sandbox.database, fileHere(c, sandbox));
  return c.body(null, 204);
}

/** The content behind a download link, or a 404. */
export function download(sandbox: Sandbox, id: string): Response {
  const file = fileById(sandbox.database, id);
  if (file === undefined) return new Response('There is no such file.', { status: 404 });
  return new Response(new Uint8Array(file.content), {
    headers: { 'Content-Type': file.contentType, 'Cache-Control': 'no-store' },
  });
}

const nothing: Need = { on: 'nothing' };
const common = { scopes: scopes.appFolder, need: nothing } as const;
const file = '/me/drive/special/approot:/:name';
const content = '/me/drive/special/approot:/:name{[^/]+:}/content';

export const appFolderRoutes: readonly Route[] = [
  { method: 'PUT', path: content, ...common, units: 2, handle: writeContent },
  { method: 'GET', path: content, ...common, units: 1, handle: readContent },
  { method: 'GET', path: file, ...common, units: 1, handle: readFile },
  { method: 'DELETE', path: file, ...common, units: 2, handle: removeFile },
];
