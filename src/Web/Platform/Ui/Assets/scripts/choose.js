// Choosing workshops without loading the page again. The page is the state: the list's items hold the fields that are sent. Every
// change is shown at once, kept on this device until the server has it, and sent as a whole list; one request is under way at a time.
import { ordinal, showCards } from './choose-cards.js';
import { letDrag } from './choose-drag.js';

const root = document.querySelector('[data-choices][data-open="true"]');
const settled = document.querySelector('[data-choices-settled]');
const keyOf = (id) => `guildhall-choices-${id}`;
if (settled) localStorage.removeItem(keyOf(settled.dataset.choicesSettled));
if (root) start();

function start() {
    const form = document.getElementById('choices');
    const list = form.querySelector('.wishes');
    const template = document.getElementById('wish-template').content.firstElementChild;
    const says = root.querySelector('.choosing-saved');
    const moved = document.getElementById('moved');
    const most = Number(root.dataset.most);
    const key = keyOf(root.dataset.choices);
    let [underWay, attempts, timer] = [null, 0, 0];

    const items = () => [...list.children];
    const wishes = () => items().map((item) => item.querySelector('input').value);
    const titleOf = (item) => item.querySelector('.wish-title').textContent;
    const itemOf = (id) => items().find((item) => item.querySelector('input').value === id);

    function show() {
        root.querySelector('.choosing-count').textContent = `${list.children.length} of ${most} ranked.`;
        root.querySelector('.wishes-none').hidden = list.children.length > 0;
        showCards(root, wishes(), most);
    }

    function insert(id) {
        const card = document.getElementById(`w${id.replaceAll('-', '')}`);
        if (!card || itemOf(id) || list.children.length >= most) return;
        const item = template.cloneNode(true);
        item.id = `wish-${id.replaceAll('-', '')}`;
        const title = card.querySelector('h4').textContent;
        item.querySelector('input').value = id;
        item.querySelector('.wish-title').textContent = title;
        item.querySelector('.wish-title').href = `#${card.id}`;
        for (const button of item.querySelectorAll('button')) {
            button.value = id;
            button.setAttribute('aria-label', button.getAttribute('aria-label') + title);
        }
        list.append(item);
    }

    function change() {
        show();
        localStorage.setItem(key, JSON.stringify({ version: form.elements.Version.value, wishes: wishes() }));
        says.textContent = 'Saving ...';
        clearTimeout(timer);
        timer = setTimeout(send, 250);
    }

    const deeds = {
        Add(id, button) {
            insert(id);
            change();
            // The button has gone; the one in its place takes the focus.
            button.isConnected || document.querySelector(`#w${id.replaceAll('-', '')} .workshop-pick button`)?.focus();
        },
        Remove(id) {
            const item = itemOf(id);
            const next = item?.contains(document.activeElement) ? item.nextElementSibling ?? item.previousElementSibling : null;
            const fromCard = !item?.contains(document.activeElement);
            item?.remove();
            change();
            if (fromCard) document.querySelector(`#w${id.replaceAll('-', '')} .workshop-pick button`)?.focus();
            else (next?.querySelector('.wish-remove') ?? document.getElementById('wishes')).focus();
        },
        Up: (id, button) => move(id, -1, button),
        Down: (id, button) => move(id, 1, button),
    };

    function move(id, by, button) {
        const item = itemOf(id);
        const other = by < 0 ? item?.previousElementSibling : item?.nextElementSibling;
        if (!other) return;
        by < 0 ? other.before(item) : other.after(item);
        told(item);
        const visible = getComputedStyle(button).visibility !== 'hidden';
        (visible ? button : item.querySelector(by < 0 ? '.wish-down' : '.wish-up')).focus();
    }

    function told(item) {
        moved.textContent = `${titleOf(item)} is now your ${ordinal(items().indexOf(item) + 1)} wish.`;
        change();
    }

    document.addEventListener('submit', (event) => {
        const deed = event.target === form && deeds[event.submitter?.name];
        if (!deed) return;
        event.preventDefault();
        deed(event.submitter.value, event.submitter);
    }, true);
    letDrag(list, told);

    async function send() {
        clearTimeout(timer);
        if (underWay) return;
        // A list whose answer was never heard is sent again as it was: the server knows it, and no quarrel comes of it.
        underWay = new URLSearchParams(new FormData(form));
        while (underWay) {
            const answer = await post(underWay);
            if (!answer) {
                attempts++;
                says.textContent = 'Not saved yet: no connection. Your list is kept on this device and sent again.';
                await pause(Math.min(30000, 1000 * 2 ** attempts));
                continue;
            }
            attempts = 0;
            const sent = underWay.getAll('Wish');
            if (answer.status !== 200) {
                underWay = null;
                return stop(answer);
            }
            const { version, savedAt } = await answer.json();
            form.elements.Version.value = version;
            // Not before: a change in between would be sent with the version of before, and quarrel with this one.
            underWay = null;
            if (sent.join() === wishes().join()) {
                localStorage.removeItem(key);
                says.textContent = savedAt ? `Saved ${savedAt}` : 'Saved: your list is empty.';
            } else {
                underWay = new URLSearchParams(new FormData(form));
            }
        }
    }

    /** The answer; null if there was none, or one that may be different next time. */
    async function post(body) {
        try {
            const answer = await fetch(location.pathname, { method: 'POST', body, headers: { 'X-Autosave': '1' }, redirect: 'manual' });
            return answer.status >= 500 || answer.status === 429 ? null : answer;
        } catch {
            return null;
        }
    }

    function pause(milliseconds) {
        return new Promise((go) => {
            const wait = setTimeout(go, milliseconds);
            addEventListener('online', () => { clearTimeout(wait); go(); }, { once: true });
        });
    }

    async function stop(answer) {
        // Another device saved another list: the server shows both.
        if (answer.status === 409) return form.submit();
        let words = 'Open the page again to go on.';
        if (answer.status === 422) {
            words = (await answer.json()).words;
            localStorage.removeItem(key);
        } else if (answer.type === 'opaqueredirect') {
            words = 'You are signed out. Sign in, and your list is still here.';
        }
        says.textContent = `Not saved. ${words} `;
        const again = document.createElement('a');
        again.href = location.pathname;
        again.textContent = 'Open the page again';
        says.append(again);
    }

    // What an earlier visit could not send any more.
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (kept && kept.wishes.join() === wishes().join()) localStorage.removeItem(key);
    else if (kept) {
        list.replaceChildren();
        kept.wishes.forEach(insert);
        form.elements.Version.value = kept.version;
        change();
    }
    show();

    addEventListener('pagehide', () => {
        if (localStorage.getItem(key)) navigator.sendBeacon(location.pathname, new URLSearchParams(new FormData(form)));
    });
}
