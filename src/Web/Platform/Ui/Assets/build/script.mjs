import { build } from 'esbuild';

/** All scripts in one file: one request, and nothing inline. */
export async function script(entry, folder) {
    const result = await build({
        entryPoints: [entry],
        absWorkingDir: folder,
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: ['chrome109', 'firefox115', 'safari15.6'],
        legalComments: 'none',
    });
    return result.outputFiles[0].text;
}
