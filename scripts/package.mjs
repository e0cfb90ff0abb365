// `npm run package [-- name]`: the zip one uploads to Teams, and the settings one puts beside the built pages, both made
// from env/.env.<name> (dev when none is named).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { root } from './common.mjs';
import { fillManifest, productConfig, readValues } from './manifest.mjs';

/** @param {string} place inside the repository @returns {Buffer} */
const read = (place) => readFileSync(path.join(root, place));

/** @param {string} name of the env file @returns {number} the exit code */
function makePackage(name) {
  const envFile = `env/.env.${name}`;
  if (!existsSync(path.join(root, envFile))) {
    console.error(`${envFile} is not there: copy env/.env.example to it and fill it in.`);
    return 1;
  }
  try {
    const values = readValues(read(envFile).toString(), JSON.parse(read('package.json').toString()).version);
    const manifest = fillManifest(read('appPackage/manifest.json').toString(), values);
    const files = {
      'manifest.json': Buffer.from(manifest),
      'color.png': read('appPackage/color.png'),
      'outline.png': read('appPackage/outline.png'),
    };
    mkdirSync(path.join(root, 'build'), { recursive: true });
    const zip = `build/appPackage.${name}.zip`;
    // One fixed local time (zip knows no zones), so that the same input makes the same file.
    writeFileSync(path.join(root, zip), zipSync(files, { mtime: new Date(2020, 0, 1) }));
    const config = `build/config.${name}.json`;
    writeFileSync(path.join(root, config), `${JSON.stringify(productConfig(values), null, 2)}\n`);
    console.log(`${zip}: upload it in the Teams admin centre`);
    console.log(`${config}: serve it as config.json beside tab.html`);
    return 0;
  } catch (error) {
    console.error(`${envFile}: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

process.exitCode = makePackage(process.argv[2] ?? 'dev');
