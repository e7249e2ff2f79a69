package dev.pedigree.browser;

/** What is asked of a page, in its own language. Each script returns complaints or figures, and changes nothing. */
final class Scripts {
    /** Everything that reaches out of the window, or out of its plot, or over another word of its plot. */
    static final String OVERFLOWS = """
            const wide = document.documentElement.clientWidth, bad = [];
            if (document.documentElement.scrollWidth > wide) bad.push('page scrolls to ' + document.documentElement.scrollWidth);
            const name = e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + (e.textContent || '').trim().slice(0, 40);
            for (const e of document.body.querySelectorAll('*')) {
              if (e.closest('.scroll') && !e.classList.contains('scroll')) continue;
              if (e.closest('.skip')) continue;
              const box = e.getBoundingClientRect();
              if (box.width && (box.right > wide + 0.6 || box.left < -0.6)) bad.push(name(e) + ' from ' + box.left + ' to ' + box.right);
            }
            for (const cell of document.querySelectorAll('td, th, li, p, dd')) {
              if (cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth && !cell.closest('.scroll')
                  && getComputedStyle(cell).display != 'inline') bad.push('spills: ' + name(cell));
            }
            for (const plot of document.querySelectorAll('svg[role=img]')) {
              const room = plot.getBoundingClientRect();
              const words = [...plot.querySelectorAll('text')].map(t => [t, t.getBoundingClientRect()]).filter(w => w[1].width);
              for (const [t, box] of words) {
                if (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 3 || box.bottom > room.bottom + 3)
                  bad.push('out of plot: ' + name(t));
              }
              words.forEach(([t, a], i) => words.slice(i + 1).forEach(([u, b]) => {
                const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (across > 1 && down > 4) bad.push('words over words: ' + name(t) + ' | ' + name(u));
              }));
            }
            return bad;
            """;

    /** What a page of ours never holds, whatever was quoted in it. */
    static final String INTRUDERS = """
            const bad = [];
            if (window.pwned !== undefined) bad.push('a script ran: ' + window.pwned);
            for (const e of document.querySelectorAll('script, iframe, object, embed, img, video, audio, form, input, button, link, base,'
                + 'meta[http-equiv=refresh], foreignObject, use, image, animate, set')) bad.push('element ' + e.outerHTML.slice(0, 80));
            for (const e of document.querySelectorAll('*')) for (const a of e.attributes) {
              if (a.name.startsWith('on') || a.name == 'style' || a.name == 'src') bad.push(a.name + ' of ' + e.tagName);
              if (a.name.endsWith('href') && !a.value.startsWith('#')) bad.push(a.name + ' to ' + a.value.slice(0, 80));
            }
            if (document.querySelectorAll('.strength').length != 1) bad.push('headlines: ' + document.querySelectorAll('.strength').length);
            if (document.querySelectorAll('#verdict, h1').length != 2) bad.push('more than one verdict or title');
            const text = document.documentElement.textContent + document.title;
            const hidden = text.match(/[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]/);
            if (hidden) bad.push('hidden character ' + hidden[0].codePointAt(0).toString(16));
            for (const e of document.body.querySelectorAll('*'))
              if (getComputedStyle(e).direction != 'ltr' && !e.closest('bdi')) bad.push('turned: ' + e.tagName);
            return bad;
            """;

    /** The marks of the plots, as the values that their axes' own ticks give them. */
    static final String MARKS = """
            const middle = e => { const b = e.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; };
            const power = words => {
              const up = {'⁰':0,'¹':1,'²':2,'³':3,'⁴':4,'⁵':5,'⁶':6,'⁷':7,'⁸':8,'⁹':9}, t = words.replace(/,/g, '').replace(/–/g, '-');
              const tower = t.match(/^10(⁻?)([⁰-⁹¹²³]+)$/);
              if (tower) return (tower[1] ? -1 : 1) * up[tower[2]];
              return t.startsWith('1/') ? -Math.log10(+t.slice(2)) : Math.log10(+t);
            };
            const scale = (plot, which, read, axis) => {
              const labels = [...plot.querySelectorAll(which)];
              if (labels.length < 2) return null;
              const at = l => { const b = l.getBoundingClientRect(); const tick = document.getElementById(l.dataset.tick || '');
                return axis ? b.top + b.height / 2 : b.left + b.width / 2; };
              const inner = labels.slice(axis || labels.length < 4 ? 0 : 1, axis || labels.length < 4 ? undefined : -1);
              const a = inner[0], b = inner[inner.length - 1];
              const [pa, pb, va, vb] = [at(a), at(b), read(a.textContent), read(b.textContent)];
              return p => va + (p - pa) / (pb - pa) * (vb - va);
            };
            const out = {forest: [], controls: [], power: [], channels: [], bars: [], shares: []};
            const forest = document.querySelector('svg[aria-labelledby^="forest"]');
            if (forest) {
              const value = scale(forest, '.ratio-tick', power);
              for (const mark of forest.querySelectorAll('.mark')) {
                const line = mark.querySelector('line').getBoundingClientRect();
                out.forest.push([value(middle(mark.querySelector('circle'))[0]), value(line.left), value(line.right),
                    mark.classList.contains('named') ? 1 : 0]);
              }
            }
            for (const plot of document.querySelectorAll('svg[aria-labelledby^="controls"]')) {
              const value = scale(plot, '.score-tick', t => +t.replace('−', '-'));
              const all = {independent: [], students: [], suspect: null, nearest: plot.querySelectorAll('.nearest').length};
              const put = (e, list) => list.push(value ? value(middle(e)[0]) : middle(e)[0]);
              plot.querySelectorAll('.unrelated circle').forEach(e => put(e, all.independent));
              plot.querySelectorAll('.pupils rect').forEach(e => put(e, all.students));
              const line = plot.querySelector('line.suspect');
              all.suspect = value ? value(middle(line)[0]) : middle(line)[0];
              all.width = value ? value(plot.getBoundingClientRect().right) - value(plot.getBoundingClientRect().left) : 0;
              out.controls.push(all);
            }
            const curve = document.querySelector('svg[aria-labelledby^="power"]');
            if (curve) {
              const value = scale(curve, '.chance-tick', t => parseFloat(t) / 100, true);
              curve.querySelectorAll('.curve circle').forEach(c => out.power.push(value(middle(c)[1])));
            }
            out.channels = document.querySelectorAll('.channels .spark circle').length;
            const filled = (bar, part) => bar.querySelector(part).getBoundingClientRect().width / bar.querySelector('.room').getBoundingClientRect().width;
            document.querySelectorAll('#receipts .bar').forEach(bar => out.bars.push(filled(bar, '.share')));
            document.querySelectorAll('#shares .bar').forEach(bar => out.shares.push(filled(bar, 'rect:not(.room)')));
            return out;
            """;

    /** What has the focus: its place in the document, its words, whether it is on the screen and has a ring. */
    static final String FOCUS = """
            const e = document.activeElement;
            if (!e || e == document.body) return null;
            const box = e.getBoundingClientRect(), look = getComputedStyle(e);
            return {place: [...document.querySelectorAll('*')].indexOf(e), words: e.tagName + ' ' + e.textContent.trim().slice(0, 40),
              seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
              ring: look.outlineStyle != 'none' && parseFloat(look.outlineWidth) > 0};
            """;

    /** How many stops the Tab key should make. */
    static final String STOPS = """
            return [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter(
                e => !e.closest('details:not([open])') || e.tagName == 'SUMMARY').length;
            """;

    /** Runs the accessibility checker. */
    static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(r => done({
              violations: r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')),
              unsure: r.incomplete.map(v => v.id + ' (' + v.nodes.length + '): '
                  + v.nodes.slice(0, 2).map(n => n.target.join(' ')).join(' | ')),
              passes: r.passes.length}));
            """;

    /** Milliseconds to the first paint with something in it. */
    static final String FIRST_PAINT = """
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            return paint ? paint.startTime : -1;
            """;

    private Scripts() {}
}
