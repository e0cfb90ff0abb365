// What a page may hold: the layouts, and the web parts that Graph takes (Microsoft Graph: sitePage, create).
import { z } from 'zod';
import { invalidRequest } from './fault';

/** Widths of the columns that each layout has. */
const widths = {
  oneColumn: [12],
  twoColumns: [6, 6],
  threeColumns: [4, 4, 4],
  oneThirdLeftColumn: [4, 8],
  oneThirdRightColumn: [8, 4],
  fullWidth: [12],
} as const;

/** The only standard web parts that Graph takes; any other makes the call fail. */
const standardParts = new Set([
  'e377ea37-9047-43b9-8cdb-a761be2f8e09', // Bing Maps
  '0f087d7f-520e-42b7-89c0-496aaf979d58', // Button
  'df8e44e7-edd5-46d5-90da-aca1539313b8', // Call To Action
  '2161a1c6-db61-4731-b97c-3cdb303f7cbb', // Divider
  'b7dd04e1-19ce-4b24-9132-b60a1c2b910d', // Document Embed
  'd1d91016-032f-456d-98a4-721247c305e8', // Image
  'af8be689-990e-492a-81f7-ba3e4cd3ed9c', // Image Gallery
  '6410b3b6-d440-4663-8744-378976dc041e', // Link Preview
  'e84a8ca2-f63c-4fb9-bc0b-d8eef5ccb22b', // Org Chart
  '7f718435-ee4d-431c-bdbf-9c4ff326f46e', // People
  'c70391ea-0b10-4ee9-b2b4-006d3fcad0cd', // Quick Links
  '8654b779-4886-46d4-8ffb-b5ed960ee986', // Spacer
  '544dd15b-cf3c-441b-96da-004d5a8cea1d', // YouTube
  'cbe7b0a9-3504-44dd-a3a3-0e5cacd07788', // Title Area
]);

const webPart = z.discriminatedUnion('@odata.type', [
  z.looseObject({ '@odata.type': z.literal('#microsoft.graph.textWebPart'), innerHtml: z.string() }),
  z.looseObject({
    '@odata.type': z.literal('#microsoft.graph.standardWebPart'),
    webPartType: z.string(),
    data: z.looseObject({}).optional(),
  }),
]);

const section = z.looseObject({
  layout: z.enum(Object.keys(widths) as [keyof typeof widths, ...(keyof typeof widths)[]]),
  emphasis: z.enum(['none', 'neutral', 'soft', 'strong']).optional(),
  columns: z.array(z.looseObject({ width: z.number().int().optional(), webparts: z.array(webPart).optional() })),
});

/** The layout of a page. */
export const canvas = z.looseObject({ horizontalSections: z.array(section).optional() });
export type Canvas = z.infer<typeof canvas>;

/** Refuses columns that are not those of the layout, and web parts that Graph does not take. */
export function checkCanvas({ horizontalSections = [] }: Canvas): void {
  for (const { layout, columns } of horizontalSections) {
    const wanted = widths[layout];
    if (columns.length !== wanted.length) throw invalidRequest(`The layout ${layout} has ${wanted.length} columns.`);
    columns.forEach(({ width, webparts = [] }, place) => {
      if (width !== undefined && width !== wanted[place])
        throw invalidRequest(`Mismatch of column width, should be ${wanted[place]} but found ${width}.`);
      for (const part of webparts) {
        if ('webPartType' in part && !standardParts.has(String(part.webPartType).toLowerCase()))
          throw invalidRequest(`The web part ${part.webPartType} is not supported.`);
      }
    });
  }
}
