import { Autocomplete, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { brandedTheme } from '../../../../shared/brand/branded-theme'
import { lookAlikes } from '../../../../shared/brand/look-alikes'
import { fallbackChain, typefaces } from '../../../../shared/brand/typefaces'
import { CoverStyle, coverStyles, draftOfBrand, type Brand, type BrandId, type SchoolSummary } from '../../../../shared/model/brand'
import { colourModes, designNames, plainLook, type ColourMode, type DesignName } from '../../../../shared/model/look'
import type { School } from '../../../../shared/model/school'
import { builtInThemes } from '../../../../shared/slides/themes/built-in'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useLanguage, useText } from '../../../i18n/language'
import { Warning } from '../../../parts/warning/warning'
import { BrandHistory } from './brand-history'
import { BrandPreview } from './brand-preview'
import styles from './brand.module.css'
import { ColourFields } from './colour-fields'
import { LogoField } from './logo-field'
import { brandMessages, coverNames, lookNames } from './messages'
import { useBrandDraft } from './use-brand-draft'

/** Names that are told of schools that look alike. */
const MOST_NAMED = 3

type BrandEditorProps = { school: School; brand: Brand; history: readonly Brand[]; schools: readonly SchoolSummary[] }

/** A school's brand beside what its slides look like in it. */
export function BrandEditor({ school, brand, history, schools }: BrandEditorProps) {
  const text = useText(brandMessages)
  const covers = useText(coverNames)
  const engine = useEngine()
  const fail = useFailure()
  const client = useQueryClient()
  const inUse = useMemo(() => draftOfBrand(brand), [brand])
  const { draft, isChanged, change, discard } = useBrandDraft(school.id, inUse)
  const [design, setDesign] = useState<DesignName>(plainLook.design)
  const [mode, setMode] = useState<ColourMode>(plainLook.mode)
  const { theme, adjustments } = useMemo(() => brandedTheme(builtInThemes[design][mode], draft), [design, mode, draft])

  const takeIntoUse = async () => {
    await engine.schools.setBrand({ id: school.id, brand: draft })
    await client.invalidateQueries({ queryKey: ['schools'] })
    discard()
    notifications.show({ message: text.used(school.name) })
  }
  const restore = async (former: BrandId) => {
    await engine.schools.restoreBrand({ id: school.id, brand: former })
    await client.invalidateQueries({ queryKey: ['schools'] })
    discard()
  }

  return (
    <div className={styles.editor}>
      <div className={styles.fields}>
        <TextInput label={text.series} description={text.seriesHint} value={draft.series} maxLength={100} onChange={(event) => change({ series: event.currentTarget.value })} inputWrapperOrder={['label', 'input', 'description']} />
        <TextInput label={text.slogan} value={draft.slogan} maxLength={200} onChange={(event) => change({ slogan: event.currentTarget.value })} />
        <TextInput label={text.motto} value={draft.motto} maxLength={200} onChange={(event) => change({ motto: event.currentTarget.value })} />
        <div className={styles.pair}>
          <LogoField label={text.logo} logo={draft.logo} hint={text.logoHint} onChange={(logo) => change({ logo })} />
          <LogoField label={text.logoOnDark} logo={draft.logoOnDark} onDark hint={text.noLogoOnDark} onChange={(logoOnDark) => change({ logoOnDark })} />
        </div>
        <ColourFields draft={draft} adjustments={adjustments} onChange={change} />
        <LookAlikes school={school} primary={draft.primary} schools={schools} />
        <div className={styles.pair}>
          <FontField label={text.headingFont} font={draft.headingFont} onChange={(headingFont) => change({ headingFont })} />
          <FontField label={text.bodyFont} font={draft.bodyFont} onChange={(bodyFont) => change({ bodyFont })} />
        </div>
        <div>
          <Text size="sm" fw={500} mb={4}>
            {text.cover}
          </Text>
          <SegmentedControl aria-label={text.cover} data={coverStyles.map((value) => ({ value, label: covers[value] }))} value={draft.coverStyle} onChange={(value) => change({ coverStyle: CoverStyle.parse(value) })} />
        </div>
        <BrandHistory history={history} onRestore={(former) => void restore(former).catch(fail)} />
      </div>
      <div className={styles.seen}>
        <DesignChoice design={design} mode={mode} onDesign={setDesign} onMode={setMode} />
        <BrandPreview school={school} brand={draft} theme={theme} />
      </div>
      {isChanged && (
        <Group className={styles.bar} role="status" justify="space-between">
          <Text size="sm">{text.unsaved}</Text>
          <Group gap="sm">
            <Button variant="default" onClick={discard}>
              {text.discard}
            </Button>
            <Button onClick={() => void takeIntoUse().catch(fail)}>{text.use}</Button>
          </Group>
        </Group>
      )}
    </div>
  )
}

/** Which of the designs the brand is looked at in; talks choose their own. */
function DesignChoice({ design, mode, onDesign, onMode }: { design: DesignName; mode: ColourMode; onDesign: (design: DesignName) => void; onMode: (mode: ColourMode) => void }) {
  const text = useText(brandMessages)
  const names = useText(lookNames)
  return (
    <Group gap="sm" mb="sm">
      <SegmentedControl size="xs" aria-label={text.design} data={designNames.map((value) => ({ value, label: names[value] }))} value={design} onChange={(value) => onDesign(designNames.find((name) => name === value) ?? plainLook.design)} />
      <SegmentedControl size="xs" aria-label={text.mode} data={colourModes.map((value) => ({ value, label: names[value] }))} value={mode} onChange={(value) => onMode(colourModes.find((name) => name === value) ?? plainLook.mode)} />
    </Group>
  )
}

function FontField({ label, font, onChange }: { label: string; font: string; onChange: (font: string) => void }) {
  const text = useText(brandMessages)
  return <Autocomplete label={label} placeholder={text.ofDesign} description={font === '' ? text.fontHint : text.chain(fallbackChain(font).join(' → '))} inputWrapperOrder={['label', 'input', 'description']} data={[...typefaces]} value={font} maxLength={100} onChange={onChange} />
}

/** Schools of the district that this one would be taken for. */
function LookAlikes({ school, primary, schools }: { school: School; primary: string | null; schools: readonly SchoolSummary[] }) {
  const text = useText(brandMessages)
  const language = useLanguage()
  const alike = useMemo(() => lookAlikes({ ...school, primary }, schools), [school, primary, schools])
  const named = (why: 'colour' | 'name') => {
    const names = alike.filter((one) => one.why === why).map(({ name }) => (language === 'zh-CN' ? `“${name}”` : name))
    return names.length === 0 ? null : names.slice(0, MOST_NAMED).join(language === 'zh-CN' ? '、' : ', ') + (names.length > MOST_NAMED ? ' …' : '')
  }
  const [colours, names] = [named('colour'), named('name')]
  if (colours === null && names === null) return null
  return (
    <Warning p="sm" title={text.alike} icon={<IconAlertTriangle size={18} />}>
      {colours !== null && <Text size="xs">{text.alikeColour(colours)}</Text>}
      {names !== null && <Text size="xs">{text.alikeName(names)}</Text>}
    </Warning>
  )
}
