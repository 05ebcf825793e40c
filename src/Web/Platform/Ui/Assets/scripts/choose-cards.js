// The cards of the workshops: what their buttons say, and which of them a search shows.
export const ordinal = (number) =>
    number + (number % 100 >= 11 && number % 100 <= 13 ? 'th' : { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th');

/** Makes every card's button fit the list. */
export function showCards(root, wishes, most) {
    const full = wishes.length >= most;
    for (const pick of root.querySelectorAll('.workshop-pick')) {
        const button = pick.querySelector('button');
        const rank = wishes.indexOf(button.value) + 1;
        const words = rank ? 'Remove' : full ? 'Your list is full' : `Add as ${ordinal(wishes.length + 1)} wish`;
        pick.closest('.workshop').classList.toggle('is-wished', rank > 0);
        pick.querySelector('.workshop-rank').textContent = rank ? `Your ${ordinal(rank)} wish` : '';
        button.name = rank ? 'Remove' : 'Add';
        button.classList.toggle('btn-primary', !rank && !full);
        button.disabled = !rank && full;
        button.firstChild.textContent = words;
    }
}

const search = document.querySelector('.choosing-search input');
if (search) {
    const cards = [...document.querySelectorAll('.workshop')].map((card) => ({
        card,
        text: [...card.querySelectorAll('h4, .workshop-by, details p')].map((part) => part.textContent).join('\n').toLowerCase(),
    }));
    const found = document.getElementById('found');
    const filter = () => {
        const words = search.value.toLowerCase().split(' ').filter(Boolean);
        let count = 0;
        for (const { card, text } of cards) {
            card.hidden = !words.every((word) => text.includes(word));
            count += card.hidden ? 0 : 1;
        }
        for (const section of document.querySelectorAll('.workshops')) section.hidden = !section.querySelector('.workshop:not([hidden])');
        found.textContent = words.length === 0 ? '' : `${count} ${count === 1 ? 'workshop has' : 'workshops have'} "${search.value.trim()}".`;
    };
    search.addEventListener('input', filter);
    search.form.addEventListener('submit', (event) => {
        event.preventDefault();
        filter();
    });
}
