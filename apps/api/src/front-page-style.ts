/** The style of the front page, which is in the page: it asks nothing of the network. */
export const frontPageStyle = `
:root {
  color-scheme: light dark;
  --page: light-dark(#fbfbfa, #131416);
  --card: light-dark(#fff, #1b1d20);
  --text: light-dark(#1b1d20, #e9eaec);
  --quiet: light-dark(#5c6169, #9aa1ab);
  --line: light-dark(#e3e4e6, #2c2f34);
  --link: light-dark(#0b57d0, #8ab4f8);
  --good: light-dark(#188038, #5bb974);
  --warn-page: light-dark(#fff4d6, #33280b);
  --warn-line: light-dark(#e0a800, #8a6a10);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: clamp(1.5rem, 6vw, 5rem) 1.25rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif;
}
main { max-width: 46rem; margin: 0 auto; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 2.25rem 0 .6rem; font-size: 1rem; }
p { margin: .4rem 0; }
.quiet { color: var(--quiet); }
.state::before {
  content: '';
  display: inline-block;
  width: .6em;
  height: .6em;
  margin-right: .5em;
  border-radius: 50%;
  background: var(--good);
}
.warning {
  margin: 1.5rem 0 0;
  padding: .8rem 1rem;
  border: 1px solid var(--warn-line);
  border-radius: .5rem;
  background: var(--warn-page);
}
code, pre { font: .875rem/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.card {
  position: relative;
  border: 1px solid var(--line);
  border-radius: .5rem;
  background: var(--card);
}
pre { margin: 0; padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.card:has(button:not([hidden])) pre { padding-right: 5.5rem; }
button {
  position: absolute;
  top: .6rem;
  right: .6rem;
  padding: .25rem .7rem;
  border: 1px solid var(--line);
  border-radius: .35rem;
  background: var(--page);
  color: inherit;
  font: .8125rem/1.4 system-ui, sans-serif;
  cursor: pointer;
}
button:hover { border-color: var(--quiet); }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul { margin: 0; padding: 0; list-style: none; }
li { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .5rem 1rem; }
li + li { border-top: 1px solid var(--line); }
li > :first-child { flex: 0 0 9rem; }
li > :last-child { flex: 1 1 16rem; }
.card + p { margin-top: .6rem; }
`
