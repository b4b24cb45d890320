// Asks for the page again every two seconds and puts the new content in place of the old. Without scripts the page reloads itself.
(() => {
  const body = document.body;
  const refresh = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        document.getElementById('clock').replaceWith(fresh.getElementById('clock'));
        document.querySelector('main').replaceWith(fresh.querySelector('main'));
        body.className = 'live';
        body.dataset.updates = Number(body.dataset.updates || 0) + 1;
      } catch {
        body.className = 'lost';
      }
      document.getElementById('state').textContent = body.className === 'live' ? 'live' : 'the emulator does not answer';
    }
    setTimeout(refresh, 2000);
  };
  setTimeout(refresh, 2000);
})();
