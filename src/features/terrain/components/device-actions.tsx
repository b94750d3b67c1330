'use client'

import { Download, Lock } from 'lucide-react'
import { useState } from 'react'
import { plural } from '@/domain/commun/format'
import { makeRescueFile } from '@/offline/rescue'
import { askToStay } from '@/offline/room'
import { useLive } from '@/offline/use-live'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { AlertDialog } from '@/ui/overlays/alert-dialog'
import { useSession } from './terrain-context'

/** Leaving this tablet, and what to do when it cannot send any more. */
export function DeviceActions({ file, nom }: { file: number; nom: string | null }) {
  const session = useSession()
  const stays = useLive(askToStay)
  const [rescued, setRescued] = useState<number | null>(null)

  async function rescue() {
    const { name, content, count } = await makeRescueFile()
    const address = URL.createObjectURL(content)
    const link = Object.assign(document.createElement('a'), { href: address, download: name })
    link.click()
    URL.revokeObjectURL(address)
    setRescued(count)
  }

  async function signOut() {
    await session.lock()
    await fetch('/api/auth/deconnexion', { method: 'POST', redirect: 'manual' }).catch(() => null)
  }

  return (
    <section aria-labelledby="tablette" className="flex flex-col gap-3">
      <h2 id="tablette" className="text-lg font-bold">
        Cette tablette
      </h2>
      <p className="text-base">
        {nom === null ? 'Pas encore enrôlée : elle envoie sous votre session.' : `Enrôlée : ${nom}.`}
      </p>
      {stays === false && (
        <Banner
          tone="warning"
          title="Le navigateur pourrait effacer ce qui attend ici s’il manque de place"
          nextStep="Installez Maillage sur l’écran d’accueil de la tablette : il promet alors de ne rien effacer."
        />
      )}
      {rescued !== null && (
        <Banner
          tone="success"
          title={`Fichier de secours : ${plural(rescued, 'fait scellé', 'faits scellés')}`}
          kept="Ils restent aussi sur la tablette. Le fichier ne se lit nulle part ailleurs que sur le serveur de Maillage."
          nextStep="Remettez-le à votre coordination, qui l’importe au bureau."
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button onPress={() => void session.lock()}>
          <Lock aria-hidden />
          Verrouiller
        </Button>
        <Button isDisabled={file === 0} onPress={() => void rescue()}>
          <Download aria-hidden />
          Fichier de secours
        </Button>
        <AlertDialog
          title="Se déconnecter ?"
          confirmLabel="Se déconnecter"
          cancelLabel="Rester"
          onConfirm={() => void signOut()}
          renderTrigger={(open) => <Button onPress={open}>Se déconnecter</Button>}
        >
          {describeLeaving(file, nom !== null)}
        </AlertDialog>
      </div>
    </section>
  )
}

function describeLeaving(file: number, isEnrolled: boolean): string {
  if (file === 0) return 'Tout ce qui a été noté ici est reçu. Ce que vous lisez se ferme.'
  const kept = plural(file, 'fait reste scellé ici et partira', 'faits restent scellés ici et partiront')
  const closes = 'Ce que vous lisez se ferme.'
  return isEnrolled
    ? `${kept} au prochain réseau, sans vous et en votre nom. ${closes}`
    : `${kept} quand vous vous reconnecterez : cette tablette n’est pas enrôlée. ${closes}`
}
