import { Alert, ColorInput, ColorSwatch, Group, Text, UnstyledButton } from '@mantine/core'
import type { ColourAdjustment } from '../../../../shared/brand/branded-theme'
import { companionOf, proposedColours } from '../../../../shared/brand/logo-colours'
import { BrandColour, type BrandDraft } from '../../../../shared/model/brand'
import { useFormats, useText } from '../../../i18n/language'
import styles from './brand.module.css'
import { brandMessages } from './messages'
import { useLogoColours } from './use-logo-colours'

type ColourFieldsProps = { draft: BrandDraft; adjustments: readonly ColourAdjustment[]; onChange: (changes: Partial<BrandDraft>) => void }

/** The brand's two colours, those that its logo proposes, and what had to be adjusted for text to be read. */
export function ColourFields({ draft, adjustments, onChange }: ColourFieldsProps) {
  const text = useText(brandMessages)
  const { number } = useFormats()
  const proposed = useLogoColours(draft.logo)
  const names = { primary: text.primary, accent: text.accent }
  const take = (field: 'primary' | 'accent', value: string) => {
    const colour = BrandColour.safeParse(value.replace('#', '').toUpperCase()).data
    if (colour !== undefined) onChange({ [field]: colour })
    else if (value === '') onChange({ [field]: null })
  }
  const { primary, accent } = proposedColours(proposed ?? [])
  const swatches = (field: 'primary' | 'accent', colours: readonly (string | null)[]) =>
    [...new Set(colours.filter((colour): colour is string => colour !== null))].map((colour) => (
      <UnstyledButton key={colour} aria-label={text.takeColour(names[field], `#${colour}`)} title={`#${colour}`} onClick={() => onChange({ [field]: colour })}>
        <ColorSwatch component="span" color={`#${colour}`} size={22} />
      </UnstyledButton>
    ))
  return (
    <div role="group" aria-label={text.colours} className={styles.group}>
      <div className={styles.pair}>
        {(['primary', 'accent'] as const).map((field) => (
          <ColorInput key={field} label={names[field]} placeholder={text.ofDesign} format="hex" eyeDropperButtonProps={{ 'aria-label': text.pick(names[field]) }} value={draft[field] === null ? '' : `#${draft[field]}`} onChange={(value) => take(field, value)} popoverProps={{ withinPortal: true }} />
        ))}
      </div>
      {proposed !== undefined &&
        (proposed.length === 0 ? (
          <Text size="xs" c="dimmed">
            {text.noLogoColours}
          </Text>
        ) : (
          <Group gap="sm" align="center">
            <Text size="xs" c="dimmed">
              {text.fromLogo}
            </Text>
            <Group gap={4}>{swatches('primary', proposed)}</Group>
            <Text size="xs" c="dimmed">
              {text.accent}
            </Text>
            <Group gap={4}>{swatches('accent', [accent, primary === null ? null : companionOf(primary)])}</Group>
          </Group>
        ))}
      {adjustments.length === 0 ? (
        <Text size="xs" c="dimmed" role="status">
          {text.readable}
        </Text>
      ) : (
        adjustments.map(({ role, wanted, used, against, before, after }) => (
          <Alert key={role} variant="light" p="sm" role="status" icon={<ColorSwatch component="span" color={`#${used}`} size={18} />}>
            <Text size="xs">{text.adjusted(names[role === 'accent' ? 'primary' : 'accent'], `#${wanted}`, `#${used}`, number(Math.floor(before * 10) / 10), number(Math.floor(after * 10) / 10), against === 'paper' ? text.onPaper : text.onTint)}</Text>
          </Alert>
        ))
      )}
    </div>
  )
}
