import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// <icon name="x">, new NavigationItem("Words", "/href", "x", ...), icon="x" and Icons.Named("x") in the sources.
const patterns = [/<icon\s+name="([a-z0-9-]+)"/g, /\bicon="([a-z0-9-]+)"/g, /new NavigationItem\(\s*"[^"]*",\s*"[^"]*",\s*"([a-z0-9-]+)"/g, /Icons\.Named\("([a-z0-9-]+)"/g];

export const usedIcons = (files) =>
    [...new Set(files.flatMap((file) => patterns.flatMap((pattern) => [...file.text.matchAll(pattern)].map((match) => match[1]))))].sort();

/** One file of symbols. Stroke and size are the style sheet's. A name that is no icon fails the build, not the visitor. */
export function iconSprite(names, folder) {
    const symbols = names.map((name) => {
        const file = join(folder, 'outline', `${name}.svg`);
        if (!existsSync(file)) throw new Error(`There is no icon "${name}". See https://tabler.io/icons for the names.`);
        const body = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '').match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
        const paths = body.replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '').replace(/\s*\n\s*/g, '');
        return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}
