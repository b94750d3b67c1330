import { LogOut } from 'lucide-react'
import { buttonClasses } from '@/ui/button-classes'

/** A plain form, to the same address as the tablet's: nothing here depends on the page's script. */
export function SignOut() {
  return (
    <form method="post" action="/api/auth/deconnexion">
      <button type="submit" className={`${buttonClasses('quiet')} px-2! whitespace-nowrap`}>
        <LogOut aria-hidden />
        Se déconnecter
      </button>
    </form>
  )
}
