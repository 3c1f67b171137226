import { SlideView } from '../../src/renderer/parts/slide-view/slide-view'
import { brandedTheme } from '../../src/shared/brand/branded-theme'
import { parseTalk } from '../../src/shared/markdown/parse-talk'
import { coverStyles } from '../../src/shared/model/brand'
import { colourModes, designNames } from '../../src/shared/model/look'
import { layOut } from '../../src/shared/slides/lay-out'
import type { SlideSize } from '../../src/shared/slides/page'
import { metricsOf } from '../../src/shared/slides/theme-metrics'
import { themeOf } from '../../src/shared/slides/themes/built-in'
import { withMarks } from '../../src/shared/slides/with-marks'

const TALK = '---\ntitle: 数字资源走进每一间教室\nsubtitle: 面向青年教师的示例宣讲\nspeaker: 示例教师\noccasion: 开学第一周\ndate: 2026-09-10\n---\n\n## 从一节课开始\n\n:::closing\n- 本周选一节课试用\n:::\n'

/** Cover and last page in every style of cover, design and mode, in one brand. @param primary `RRGGBB`; null for each design's own colours */
export function Covers({ size, primary }: { size: SlideSize; primary: string | null }) {
  return designNames.flatMap((design) =>
    colourModes.flatMap((mode) =>
      coverStyles.filter((style) => style !== 'design').flatMap((coverStyle) => {
        const { theme } = brandedTheme(themeOf({ design, mode }), { primary, accent: null, headingFont: '', bodyFont: '', coverStyle })
        const deck = layOut(parseTalk(TALK).value, { theme, metrics: metricsOf(theme), picture: () => null, size, language: 'zh-CN' }).value
        const marked = withMarks(deck, { logo: null, logoOnDark: null, series: '示例讲堂', owner: '示例小学' }, theme)
        return [marked.scenes[0], marked.scenes.at(-1)].flatMap((scene, at) => (scene === undefined ? [] : [<SlideView key={`${design} ${mode} ${coverStyle} ${at}`} scene={scene} deck={marked} theme={theme} pictureUrl={() => null} />]))
      }),
    ),
  )
}
