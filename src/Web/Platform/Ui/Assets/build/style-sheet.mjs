import { PurgeCSS } from 'purgecss';
import { compile } from 'sass';
import { browserslistToTargets, transform } from 'lightningcss';

// School phones and laptops live long: Chrome 109 is the last for Windows 7, Safari 15.6 the last for the iPhone 7.
const targets = browserslistToTargets(['chrome 109', 'firefox 115', 'safari 15.6']);

/** The style sheet with only the rules that a page can use, and all the classes there were to choose from. */
export async function styleSheet(entry, packages, words) {
    const whole = compile(entry, { loadPaths: [packages], quietDeps: true, silenceDeprecations: ['import'] }).css;
    const classes = [...new Set([...whole.matchAll(/\.([A-Za-z][A-Za-z0-9_-]*)/g)].map((match) => match[1]))];
    const [purged] = await new PurgeCSS().purge({
        content: [{ raw: words.join(' '), extension: 'html' }],
        css: [{ raw: whole }],
        // Put together from a kind: see Kind.cs. Everywhere else a class stands whole in the source.
        safelist: { standard: [/^notice-/, /^badge-/], greedy: [/data-bs-theme/] },
        variables: true,
        keyframes: true,
    });
    const { code } = transform({ filename: 'guildhall.css', code: Buffer.from(purged.css), minify: true, targets });
    return { css: code.toString(), classes };
}
