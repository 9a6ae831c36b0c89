// The keys of the desk. Everything works without this file, by mouse and by tab; with it, by one key.
(function () {
  'use strict';

  function rows() { return Array.from(document.querySelectorAll('.ask fieldset.row')); }

  function current() {
    var open = rows().filter(function (row) { return !row.querySelector('input:checked'); });
    var held = document.activeElement && document.activeElement.closest && document.activeElement.closest('fieldset.row');
    return held || open[0] || rows()[0];
  }

  function show(row) {
    rows().forEach(function (each) { each.classList.toggle('now', each === row); });
    if (row) { row.scrollIntoView({ block: 'nearest' }); }
  }

  function choose(digit) {
    var row = document.querySelector('fieldset.row.now') || current();
    var choice = row && row.querySelector('input[data-digit="' + digit + '"]');
    if (!choice) { return false; }
    choice.checked = true;
    var next = rows().filter(function (each) { return !each.querySelector('input:checked'); })[0];
    if (next) { show(next); } else { document.getElementById('as-marked').click(); }
    return true;
  }

  function step(by) {
    var all = rows();
    var at = all.findIndex(function (row) { return row.classList.contains('now'); });
    show(all[Math.min(all.length - 1, Math.max(0, at + by))]);
  }

  function busy(form) { return form.getAttribute('data-sent') === 'yes'; }

  document.addEventListener('keydown', function (event) {
    var target = event.target;
    var typing = target.matches && target.matches('input:not([type=radio]), select, textarea');
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) { return; }
    // The place of the key, not its letter: a Vietnamese keyboard program may hold letters back.
    var digit = /^(Digit|Numpad)([1-5])$/.exec(event.code);
    if (digit && rows().length && choose(digit[2])) { event.preventDefault(); return; }
    if (event.code === 'ArrowDown' && rows().length) { step(1); event.preventDefault(); return; }
    if (event.code === 'ArrowUp' && rows().length) { step(-1); event.preventDefault(); return; }
    if (event.code === 'Enter' && target.matches && target.matches('button, a, summary')) { return; }
    if (event.code === 'KeyP' && document.querySelector('.side .page')) {
      document.querySelector('.side .page').classList.toggle('near');
      event.preventDefault();
      return;
    }
    var keyed = document.querySelector('[data-key="' + event.code + '"]');
    if (keyed) { keyed.click(); event.preventDefault(); }
  });

  // A double press sends once.
  document.addEventListener('submit', function (event) {
    if (busy(event.target)) { event.preventDefault(); return; }
    event.target.setAttribute('data-sent', 'yes');
  });

  // Picture under the mouse, twice as large, where a person wants to see closer.
  document.addEventListener('click', function (event) {
    var page = event.target.closest && event.target.closest('.side .page');
    if (page) { page.classList.toggle('near'); }
  });

  // Files dropped on the box are as if they had been chosen.
  document.addEventListener('dragover', function (event) {
    var box = event.target.closest && event.target.closest('.drop');
    if (box) { event.preventDefault(); box.classList.add('over'); }
  });
  document.addEventListener('dragleave', function (event) {
    var box = event.target.closest && event.target.closest('.drop');
    if (box) { box.classList.remove('over'); }
  });
  document.addEventListener('drop', function (event) {
    var box = event.target.closest && event.target.closest('.drop');
    if (!box) { return; }
    event.preventDefault();
    box.classList.remove('over');
    box.querySelector('input[type=file]').files = event.dataTransfer.files;
    if (event.dataTransfer.files.length) { box.requestSubmit(); }
  });

  document.addEventListener('DOMContentLoaded', function () { show(current()); });
  if (document.readyState !== 'loading') { show(current()); }
  window.addEventListener('pageshow', function (event) { if (event.persisted) { window.location.reload(); } });
}());
