// The Teams package: the filled manifest against Microsoft's schema, and what the schema cannot say.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { fillManifest, productConfig, readValues } from '../../scripts/manifest.mjs';
import { scopes } from '../../src/graph/scopes';
import { readConfig } from '../../src/hosts/config';
import { readPng } from './png';

const root = path.resolve(__dirname, '../..');
const read = (place: string): string => readFileSync(path.join(root, place), 'utf8');
const example = read('env/.env.example');
const values = readValues(example, '1.2.3');
const filled: unknown = JSON.parse(fillManifest(read('appPackage/manifest.json'), values));
const schemaFile = require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json');

/** Where a manifest wants a value. */
const gap = (name: string): string => `$\{{${name}}}`;

const tab = z.object({
  contentUrl: z.string().optional(),
  configurationUrl: z.string().optional(),
  websiteUrl: z.string().optional(),
  context: z.array(z.string()).optional(),
  scopes: z.array(z.string()),
});
const manifest = z
  .object({
    $schema: z.string(),
    name: z.object({ short: z.string(), full: z.string() }),
    description: z.object({ short: z.string(), full: z.string() }),
    configurableTabs: z.tuple([tab]),
    staticTabs: z.array(tab),
    validDomains: z.array(z.string()),
    webApplicationInfo: z.object({
      resource: z.string(),
      nestedAppAuthInfo: z.array(z.object({ redirectUri: z.string(), scopes: z.array(z.string()) })),
    }),
    authorization: z.object({
      permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
    }),
  })
  .parse(filled);

const urls = [...manifest.configurableTabs, ...manifest.staticTabs]
  .flatMap(({ contentUrl, configurationUrl, websiteUrl }) => [contentUrl, configurationUrl, websiteUrl])
  .flatMap((url) => (url === undefined ? [] : [new URL(url)]));

describe('the manifest', () => {
  const validate = new Ajv({ strict: false, allErrors: true });
  addFormats(validate);
  const valid = validate.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(schemaFile, 'utf8'))));

  it('is valid by the schema it names', () => {
    expect(valid(filled) ? [] : valid.errors).toEqual([]);
    expect(manifest.$schema).toContain('/teams/v1.30/');
  });

  it('would not be valid with a field the schema does not know', () => {
    expect(valid({ ...z.record(z.string(), z.unknown()).parse(filled), clientId: 'x' })).toBe(false);
  });

  it('offers the tab in a channel, a chat and all four places of a meeting', () => {
    const [{ context, scopes: where }] = manifest.configurableTabs;
    expect(where).toEqual(['team', 'groupChat']);
    expect(new Set(context)).toEqual(
      new Set([
        'channelTab',
        'privateChatTab',
        'meetingChatTab',
        'meetingDetailsTab',
        'meetingSidePanel',
        'meetingStage',
      ]),
    );
  });

  it('lists the host of every page it opens, and nothing else', () => {
    expect(manifest.validDomains).toEqual([...new Set(urls.map(({ host }) => host))]);
    expect(urls.every(({ protocol }) => protocol === 'https:')).toBe(true);
  });

  it('signs in from the origin the pages come from, with permissions the product knows', () => {
    const [info] = manifest.webApplicationInfo.nestedAppAuthInfo;
    expect(urls.map(({ host }) => `brk-multihub://${host}`)).toEqual(urls.map(() => info?.redirectUri));
    const known: readonly string[] = Object.values(scopes).flat();
    expect(known).toEqual(expect.arrayContaining(info?.scopes ?? ['none']));
  });

  it('asks a team or chat only for the stage and the meeting’s details', () => {
    // Microsoft Teams: resource-specific consent. Both kinds of meeting have names of their own.
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
      { name: 'ChannelMeetingStage.Write.Group', type: 'Delegated' },
      { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
      { name: 'ChannelMeeting.ReadBasic.Group', type: 'Application' },
    ]);
    expect(manifest.webApplicationInfo.resource).not.toBe('');
  });

  it('does not bear the name of Teams or Microsoft', () => {
    expect(`${manifest.name.short} ${manifest.name.full}`).not.toMatch(/teams|microsoft/i);
  });
});

describe('the guide for a real tenant', () => {
  it('names every permission the product asks for, and no other', () => {
    const told = [...read('docs/tenant.md').matchAll(/^\| (`.*`) \|/gm)].flatMap(
      ([, names = '']) => names.match(/[A-Z]\w+(\.\w+)+/g) ?? [],
    );
    expect(told.sort()).toEqual([...new Set(Object.values(scopes).flat())].sort());
  });
});

describe('the icons', () => {
  const icon = (name: string) => readPng(readFileSync(path.join(root, `appPackage/${name}.png`)));

  it('has a colour icon of 192 × 192 that leaves nothing open', () => {
    const { width, height, pixels } = icon('color');
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  it('has an outline icon of 32 × 32, white on nothing', () => {
    const { width, height, pixels } = icon('outline');
    expect([width, height]).toEqual([32, 32]);
    const seen = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(pixels.length / 2);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  });
});

describe('an env file', () => {
  it('is refused with the names of what it lacks', () => {
    const lacking = example.replace(/^TEAMS_APP_ID=.*$/m, '').replace(/^PRIVACY_URL=.*$/m, 'PRIVACY_URL=');
    expect(() => readValues(lacking, '1.0.0')).toThrow('not filled in: TEAMS_APP_ID, PRIVACY_URL');
  });

  it.each(['http://council.example', 'https://council.example/', 'council.example'])(
    'is refused with the pages at %s',
    (endpoint) => {
      expect(() => readValues(example.replace(/^TAB_ENDPOINT=.*$/m, `TAB_ENDPOINT=${endpoint}`), '1.0.0')).toThrow(
        'TAB_ENDPOINT',
      );
    },
  );

  it('may hold quotes, and a manifest may not ask for what no one gives', () => {
    expect(JSON.parse(fillManifest(`{"a":"${gap('NAME')}"}`, { NAME: 'The "Old" Town' }))).toEqual({
      a: 'The "Old" Town',
    });
    expect(() => fillManifest(gap('NAME') + gap('OTHER'), { NAME: 'x' })).toThrow('no value for OTHER');
  });

  it('gives the product settings it accepts, with the same app and tenant as the manifest', async () => {
    const file = async () => new Response(JSON.stringify(productConfig(values)));
    const config = await readConfig(file, `${values.TAB_ENDPOINT}/tab.html`);
    expect(config.ok && config.value).toMatchObject({
      appId: values.TEAMS_APP_ID,
      clientId: values.AAD_APP_CLIENT_ID,
      authority: `https://login.microsoftonline.com/${values.AAD_APP_TENANT_ID}`,
    });
  });
});
