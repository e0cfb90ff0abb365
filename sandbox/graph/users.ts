// People: oneself, colleagues and their pictures.
import { allPeople, findPerson, type Person } from '../store/people';
import { GraphFault } from './fault';
import { parseFilter } from './filter';
import { portrait } from './portrait';
import { option, pick, selectOf, topOf } from './query';
import { scopes } from './scopes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

const everything = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

// A basic profile says who somebody is; the post they hold needs more than User.ReadBasic.All, or to be oneself.
function userBody(c: GraphContext, person: Person): Record<string, unknown> {
  const full = person.id === c.get('person').id || everything.some((scope) => c.get('scopes').has(scope));
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: full ? person.jobTitle : null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: full ? 'en-GB' : null,
    surname: person.surname,
    userPrincipalName: person.mail,
    id: person.id,
  };
}

const one = (c: GraphContext, sandbox: Sandbox, person: Person): Response =>
  c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#users/$entity`,
    ...pick(userBody(c, person), selectOf(c)),
  });

function asked(c: GraphContext, sandbox: Sandbox): Person {
  const id = c.req.param('user') ?? '';
  const person = findPerson(sandbox.database, id);
  if (person === undefined) {
    throw new GraphFault(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return person;
}

const badSearch = (message: string): GraphFault => new GraphFault(400, 'Request_UnsupportedQuery', message);

/** A test for `$search="displayName:ann" OR "mail:ann"`: words begin with what was typed, ignoring case. */
function searchTest(c: GraphContext, text: string): (person: Person) => boolean {
  if (c.req.header('ConsistencyLevel')?.toLowerCase() !== 'eventual') {
    throw badSearch(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const clauses = text.split(/\s+OR\s+/).map((clause) => /^"([A-Za-z]+):(.*)"$/.exec(clause.trim()));
  const tests = clauses.map((clause) => {
    const [, name, value] = clause ?? [];
    if (name === undefined || value === undefined) throw badSearch(`Unrecognized query argument specified: '${text}'.`);
    const wanted = value.replace(/\\(.)/g, '$1').toLowerCase();
    return (person: Person): boolean => wordsOf(person, name).some((word) => word.startsWith(wanted));
  });
  return (person) => tests.some((test) => test(person));
}

function wordsOf(person: Person, name: string): string[] {
  const value = {
    displayName: person.displayName,
    mail: person.mail,
    userPrincipalName: person.mail,
    givenName: person.givenName,
    surname: person.surname,
  }[name];
  if (value === undefined) throw badSearch(`Property '${name}' does not support $search.`);
  const lower = value.toLowerCase();
  return [lower, ...lower.split(/[\s.@]+/)];
}

function filterTest(text: string): (person: Person) => boolean {
  const filter = parseFilter(text);
  return (person) =>
    filter.test(
      (path) =>
        ({
          id: person.id,
          displayName: person.displayName,
          mail: person.mail,
          userPrincipalName: person.mail,
          givenName: person.givenName,
          surname: person.surname,
        })[path],
    );
}

function readUsers(c: GraphContext, sandbox: Sandbox): Response {
  const search = option(c, 'search');
  const filter = option(c, 'filter');
  const tests = [
    ...(search === undefined ? [] : [searchTest(c, search)]),
    ...(filter === undefined ? [] : [filterTest(filter)]),
  ];
  const found = allPeople(sandbox.database).filter((person) => tests.every((test) => test(person)));
  const select = selectOf(c);
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#users`,
    ...(option(c, 'count') === 'true' ? { '@odata.count': found.length } : {}),
    value: found.slice(0, topOf(c, 100, 999)).map((person) => pick(userBody(c, person), select)),
  });
}

function photo(c: GraphContext, person: Person): Response {
  if (!person.hasPhoto)
    throw new GraphFault(
      404,
      'ImageNotFound',
      "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
    );
  return c.body(portrait(person.id), 200, { 'Content-Type': 'image/png' });
}

const read = { need: { on: 'nothing' }, units: 0 } as const;

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/me', scopes: scopes.me, ...read, handle: (c, sandbox) => one(c, sandbox, c.get('person')) },
  { method: 'GET', path: '/me/photo/$value', scopes: scopes.photos, ...read, handle: (c) => photo(c, c.get('person')) },
  { method: 'GET', path: '/users', scopes: scopes.people, ...read, handle: readUsers },
  { method: 'GET', path: '/users/:user', scopes: [...scopes.people, 'User.Read'], ...read, handle: readUser },
  {
    method: 'GET',
    path: '/users/:user/photo/$value',
    scopes: scopes.photos,
    ...read,
    handle: (c, sandbox) => photo(c, asked(c, sandbox)),
  },
];

// User.Read reads oneself, under this address too, and nobody else.
function readUser(c: GraphContext, sandbox: Sandbox): Response {
  const person = asked(c, sandbox);
  const may = person.id === c.get('person').id || scopes.people.some((scope) => c.get('scopes').has(scope));
  if (!may)
    throw new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return one(c, sandbox, person);
}
