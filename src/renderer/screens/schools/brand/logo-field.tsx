import { ActionIcon, FileButton, Group, Text, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPhotoPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { LARGEST_LOGO } from '../../../../shared/contract/schools'
import type { AssetHash } from '../../../../shared/model/ids'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { useText } from '../../../i18n/language'
import { AssetPicture } from '../../../parts/asset-picture/asset-picture'
import styles from './brand.module.css'
import { brandMessages } from './messages'

type LogoFieldProps = { label: string; logo: AssetHash | null; onDark?: boolean; /** What stands where there is none. */ hint: string; onChange: (logo: AssetHash | null) => void }

/** A logo on the ground that it will stand on; a press chooses another. */
export function LogoField({ label, logo, onDark = false, hint, onChange }: LogoFieldProps) {
  const text = useText(brandMessages)
  const engine = useEngine()
  const fail = useFailure()
  const [isReading, setReading] = useState(false)
  const take = async (file: File | null) => {
    if (!file) return
    if (file.size > LARGEST_LOGO) return void notifications.show({ color: 'red', message: text.tooLarge })
    setReading(true)
    try {
      onChange((await engine.schools.addLogo({ fileName: file.name, content: file })).hash)
    } catch (error) {
      fail(error)
    } finally {
      setReading(false)
    }
  }
  return (
    <div className={styles.logoField}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Group gap={4} wrap="nowrap" align="start">
        <FileButton accept="image/png,image/jpeg,image/svg+xml,image/webp,image/gif,image/bmp" onChange={(file) => void take(file)}>
          {(props) => (
            <UnstyledButton {...props} className={styles.logo} data-dark={onDark || undefined} aria-label={text.chooseLogo(label)} aria-busy={isReading}>
              {logo === null ? <IconPhotoPlus size={24} stroke={1.4} aria-hidden /> : <AssetPicture address={`asset:${logo}`} alt="" />}
            </UnstyledButton>
          )}
        </FileButton>
        {logo !== null && (
          <ActionIcon variant="subtle" color="gray" aria-label={text.removeLogo(label)} onClick={() => onChange(null)}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
    </div>
  )
}
