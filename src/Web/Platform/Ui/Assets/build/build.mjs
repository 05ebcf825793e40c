// Style sheet, scripts and icons into wwwroot/assets. The heavy work is done only when something that shapes the result has changed:
// a build after a change to a page that uses the same classes and icons as before costs a tenth of a second.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconSprite, usedIcons } from './icons.mjs';
import { filesIn } from './sources.mjs';

const assets = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(assets, '..', '..', '..');
const packages = join(web, 'node_modules');
const out = join(web, 'wwwroot', 'assets');
const stamp = join(packages, '.assets-stamp');

const sources = filesIn(assets, '.scss', '.js', '.mjs', '.svg');
const lock = readFileSync(join(web, 'package-lock.json'), 'utf8');
// What pages, components and scripts may name: classes and icons.
const users = ['Features', 'Platform'].flatMap((folder) => filesIn(join(web, folder), '.cshtml', '.cs', '.js'));
const words = [...new Set(users.flatMap((file) => file.text.match(/[A-Za-z0-9_-]+/g) ?? []))].sort();
const icons = usedIcons(users);

const names = ['guildhall.css', 'guildhall.js', 'icons.svg'];
const shape = createHash('sha256').update(JSON.stringify([sources, lock, icons])).digest('hex');
const earlier = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : { words: [], classes: [] };
const isBuilt = names.every((name) => existsSync(join(out, name)));
// A word that has gone leaves a rule too many until the next build in earnest; a new one that is a class of the whole sheet asks for it.
const [known, classes] = [new Set(earlier.words), new Set(earlier.classes)];
const namesNewClass = words.some((word) => !known.has(word) && classes.has(word));

if (!isBuilt || earlier.shape !== shape || namesNewClass) {
    const { styleSheet } = await import('./style-sheet.mjs');
    const { script } = await import('./script.mjs');
    const sheet = await styleSheet(join(assets, 'guildhall.scss'), packages, words);
    const built = [
        ['guildhall.css', sheet.css],
        ['guildhall.js', await script(join(assets, 'guildhall.js'), web)],
        ['icons.svg', iconSprite(icons, join(packages, '@tabler', 'icons', 'icons'))],
        ...filesIn(join(assets, 'pictures'), '.svg').map((picture) => [picture.path, picture.text]),
    ];
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    for (const [name, text] of built) writeFileSync(join(out, name), text);
    writeFileSync(stamp, JSON.stringify({ shape, words, classes: sheet.classes }));
    console.log(built.map(([name, text]) => `${name} ${Math.ceil(text.length / 1024)} kB`).join(', '));
}
