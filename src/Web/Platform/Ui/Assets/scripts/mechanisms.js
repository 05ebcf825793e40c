// From how many of the four groups a workshop has something, said again with every tick; in the words of MechanismBalance.cs.
const root = document.querySelector('[data-mechanisms]');
const numbers = ['none', 'one', 'two', 'three', 'all'];

root?.closest('form').addEventListener('change', () => {
    const groups = [...root.querySelectorAll('[data-group]')];
    const missing = groups.filter((group) => !group.querySelector(':checked')).map((group) => group.dataset.group.toLowerCase());
    const words = `Balanced design: you have ${numbers[groups.length - missing.length]} of the four groups${missing.length ? `; missing: ${missing.join(', ')}` : ''}.`;
    const says = document.getElementById('balance');
    if (says.textContent !== words) says.textContent = words;
});
