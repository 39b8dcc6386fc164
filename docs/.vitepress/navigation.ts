import type { DefaultTheme } from 'vitepress'

/** The bar at the top. */
export const nav: DefaultTheme.NavItem[] = [
  { text: 'Debugger', link: '/debugger' },
  { text: 'Is JWT deprecated?', link: '/is-jwt-deprecated' },
  { text: 'Messages', link: '/symptoms/' },
  { text: 'Issues', link: '/issues/' },
  { text: 'Migrate', link: '/migrate/' },
]

/** One sidebar for the whole site: it is small enough to be seen at once. */
export const sidebar: DefaultTheme.SidebarItem[] = [
  {
    text: 'It fails',
    items: [
      { text: 'Debugger', link: '/debugger' },
      { text: 'Messages of the SDK', link: '/symptoms/' },
      { text: 'Error codes by view', link: '/error-codes' },
      { text: 'Issues', link: '/issues/' },
      { text: 'External meetings: ZAK, OBF', link: '/external-meetings' },
    ],
  },
  {
    text: 'I have old code',
    items: [
      { text: 'Is JWT deprecated?', link: '/is-jwt-deprecated' },
      {
        text: 'Migrate',
        link: '/migrate/',
        items: [
          { text: 'Express', link: '/migrate/express' },
          { text: 'Next.js', link: '/migrate/nextjs' },
          { text: 'Laravel', link: '/migrate/laravel' },
          { text: 'WordPress', link: '/migrate/wordpress' },
          { text: 'Django', link: '/migrate/django' },
          { text: 'Rails', link: '/migrate/rails' },
          { text: 'Spring', link: '/migrate/spring' },
          { text: 'ASP.NET', link: '/migrate/aspnet' },
          { text: 'Go (net/http)', link: '/migrate/go' },
        ],
      },
      { text: 'REST: to Server-to-Server OAuth', link: '/migrate/server-to-server-oauth' },
      { text: 'Client ID or SDK key?', link: '/migrate/credentials' },
    ],
  },
  {
    text: 'I just want to sign',
    items: [
      { text: 'Sign', link: '/sign' },
      { text: 'Hosted signer', link: '/hosting' },
      { text: 'Runbook', link: '/runbook' },
      { text: 'Fly.io, Render, Railway', link: '/platforms' },
      { text: 'Which signature for my SDK?', link: '/sdk-versions' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Claims', link: '/claims' },
      { text: 'Corrections to Zoom’s pages', link: '/corrections' },
      { text: 'Command line', link: '/reference/cli' },
      { text: 'HTTP interface', link: '/reference/http-api' },
      { text: 'Packages', link: '/reference/packages/' },
      { text: 'Measured', link: '/measured' },
      { text: 'Threat model', link: '/security' },
      { text: 'Changelog', link: '/changelog' },
    ],
  },
]
