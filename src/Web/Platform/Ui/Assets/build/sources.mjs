import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files beneath a folder whose names end in one of the endings, each with its text, in a settled order. */
export const filesIn = (folder, ...endings) =>
    !existsSync(folder) ? [] : readdirSync(folder, { recursive: true })
        .filter((path) => endings.some((ending) => path.endsWith(ending)))
        .sort()
        .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
