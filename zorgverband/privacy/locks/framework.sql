-- Tables of the frameworks. They hold no facts about clients: sessions (an account id), queued
-- jobs (ids only), sign-in bookkeeping. They must be reachable before anybody is known.
{open:people_session}
{open:django_content_type}
{open:django_migrations}
{open:auth_permission}
{open:auth_group}
{open:auth_group_permissions}
{open:account_emailaddress}
{open:account_emailconfirmation}
{open:mfa_authenticator}
{open:socialaccount_socialaccount}
{open:socialaccount_socialapp}
{open:socialaccount_socialtoken}
{open:procrastinate_jobs}
{open:procrastinate_events}
{open:procrastinate_periodic_defers}
{open:procrastinate_workers}
