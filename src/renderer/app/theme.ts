import { createTheme, mergeThemeOverrides, type MantineColorsTuple } from '@mantine/core'

// Tonal steps in OKLCH at hue 245, light to dark: greys with a breath of the accent (chroma 0.005–0.008), the accent at up to 0.11.
// Steps 6 (light) and 3–4 (dark) carry text: at least 4.5 : 1 on the page.
const gray: MantineColorsTuple = ['#f7fafd', '#f2f5f8', '#e7eaed', '#d8dbde', '#c1c4c7', '#999c9e', '#65686a', '#56585b', '#3e4042', '#242729']
const dark: MantineColorsTuple = ['#dadfe3', '#b3b8bc', '#a2a7ab', '#65696d', '#44484c', '#323639', '#24282b', '#1b1f22', '#14181b', '#0e1114']
const accent: MantineColorsTuple = ['#eff7fe', '#ddeefc', '#bddcf7', '#93c4ed', '#6aa8dc', '#478cc4', '#2771a8', '#1d5f90', '#154e78', '#0d3b5c']

/** The system's own Chinese interface font on each platform; nothing is loaded. */
const interfaceFont = 'system-ui, -apple-system, "Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

const look = createTheme({
  colors: { gray, dark, accent },
  primaryColor: 'accent',
  primaryShade: 6,
  autoContrast: true,
  black: '#242729',
  fontFamily: interfaceFont,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.65' },
  // A 4-pixel grid.
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  // Chinese interface fonts come in regular and bold only: 500 falls to regular, and bold stays for what is a title.
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  defaultRadius: 'sm',
  radius: { xs: '0.125rem', sm: '0.25rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem', lineHeight: '1.4' }, h2: { fontSize: '1.125rem', lineHeight: '1.4' }, h3: { fontSize: '1rem', lineHeight: '1.5' }, h4: { fontSize: '0.875rem', lineHeight: '1.5' } },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Modal: {
      defaultProps: { transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 }, centered: true, radius: 'md' },
      styles: { title: { fontSize: '1rem', fontWeight: 600 } },
    },
    // A menu holds items and nothing else (WAI-ARIA, required owned elements); without a placeholder in it the menu itself takes the focus.
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md', withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } },
    Button: { defaultProps: { size: 'sm' } },
  },
})

/**
 * The look of the window.
 * @param closeName the name of every close button, in the user's language
 */
export const themeWith = (closeName: string) =>
  mergeThemeOverrides(look, {
    components: {
      Modal: { defaultProps: { closeButtonProps: { 'aria-label': closeName } } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': closeName } } },
    },
  })
