// What makes the pages pleasant. Every task works without it.
import 'htmx.org';
import './scripts/theme.js';
import './scripts/menus.js';
import './scripts/confirm.js';
import './scripts/errors.js';
import './scripts/autosave.js';
import './scripts/mechanisms.js';
import './scripts/passkey.js';
import './scripts/passphrase.js';
import './scripts/once.js';
import './scripts/choose.js';
import './scripts/board.js';
import './scripts/copy.js';
