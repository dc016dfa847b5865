// The visual language in one place: contrast-checked colours, two themes, three densities, text size by tokens.
import { theme as antdTheme } from 'antd'
import type { ThemeConfig } from 'antd'

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeName = (typeof THEMES)[number]
export const DENSITIES = ['compact', 'normal', 'loose'] as const
export type Density = (typeof DENSITIES)[number]

const FONT =
  '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif'
export const MONO =
  'ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace'

/** Sizes in px: text, line, control height, table row. */
export const SIZES = {
  compact: { font: 13, line: 20, control: 28, row: 30 },
  normal: { font: 14, line: 22, control: 32, row: 36 },
  loose: { font: 16, line: 24, control: 40, row: 44 },
} as const satisfies Record<Density, object>

const LIGHT = {
  colorPrimary: '#0958d9',
  // Darker, not lighter: white text must stay readable under the pointer.
  colorPrimaryHover: '#0a4bb8',
  colorPrimaryActive: '#083c94',
  colorLinkHover: '#083c94',
  colorErrorHover: '#93201a',
  colorErrorActive: '#7a1a15',
  colorInfo: '#0958d9',
  colorLink: '#0958d9',
  colorSuccess: '#00695c',
  colorWarning: '#8a5300',
  colorError: '#b3261e',
  colorTextBase: '#14181f',
  colorTextPlaceholder: '#6b6b6b',
  colorTextSecondary: '#474d57',
  colorTextTertiary: '#5c5c5c',
  colorTextDescription: '#5c5c5c',
  colorTextDisabled: '#767676',
  // What antd derives from our dark tones is mud.
  colorSuccessBg: '#e3f4ef',
  colorWarningBg: '#fff5dc',
  colorErrorBg: '#fdecea',
  colorBgLayout: '#f2f4f7',
  colorBorder: '#bfc5ce',
  colorBorderSecondary: '#dfe3e8',
} as const

const DARK = {
  colorPrimary: '#2f7bf5',
  colorPrimaryHover: '#2a6be0',
  colorPrimaryActive: '#2459bd',
  colorInfo: '#2f7bf5',
  colorLink: '#7db1ff',
  colorLinkHover: '#a8ccff',
  colorSuccess: '#4cc2a8',
  colorWarning: '#e0a13c',
  // antd's dark palette darkens it once more.
  colorError: '#ff9389',
  colorTextPlaceholder: '#9a9a9a',
  colorTextSecondary: '#c4c7cc',
  colorTextTertiary: '#a8abb0',
  colorTextDescription: '#a8abb0',
  colorTextDisabled: '#8a8a8a',
  colorBgBase: '#141414',
  colorBgLayout: '#101113',
  colorBorder: '#4a4e55',
  colorBorderSecondary: '#303338',
} as const

export type Look = Readonly<{ dark: boolean; density: Density; calm: boolean }>

/** antd's theme for a look; `calm` switches motion off (the system asks for reduced motion). */
export const antdThemeOf = ({ dark, density, calm }: Look): ThemeConfig => {
  const size = SIZES[density]
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontFamilyCode: MONO,
      fontSize: size.font,
      lineHeight: size.line / size.font,
      controlHeight: size.control,
      borderRadius: 4,
      borderRadiusLG: 6,
      fontWeightStrong: 600,
      motion: !calm,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.09s',
      motionDurationSlow: '0.12s',
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        ...(dark
          ? { defaultHoverColor: '#a8ccff', defaultHoverBorderColor: '#7db1ff', dangerColor: '#1a0605' }
          : {}),
      },
      Form: {
        verticalLabelPadding: '0 0 4px',
        itemMarginBottom: 16,
        labelColor: dark ? '#c4c7cc' : '#474d57',
      },
      Modal: { titleFontSize: size.font + 2 },
      Segmented: { itemColor: dark ? '#c4c7cc' : '#474d57' },
      Table: { cellPaddingBlock: (size.row - size.line) / 2 - 1, headerColor: dark ? '#c4c7cc' : '#474d57' },
    },
  }
}
