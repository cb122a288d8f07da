import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { SignInLimits } from '#identity';
import { DataSource } from 'typeorm';
import { AuthGuard } from '../http/auth-guard.js';
import { RequestLimits } from '../limits/request-limits.js';
import { AccessTokenGuard, AccessTokenStrategy } from './access-token.js';
import { AccessTokens } from './access-tokens.js';
import { ApiKeyCallers } from './api-key-callers.js';
import { ApiKeysController } from './api-keys.controller.js';
import { BrowserCallers } from './browser-callers.js';
import { BrowserSessionsController } from './browser-sessions.controller.js';
import { CredentialCheck } from './credential-check.js';
import { KeyRequests } from './key-requests.js';
import { KeyRequestsController } from './key-requests.controller.js';
import { IdentityLetters } from './letters.js';
import { LetterPagesController } from './letter-pages.controller.js';
import { MeController } from './me.controller.js';
import { MySessionsController } from './my-sessions.controller.js';
import { MailChoicePagesController } from './mail-choice-pages.controller.js';
import { MyMailController } from './my-mail.controller.js';
import { MySignInController } from './my-sign-in.controller.js';
import { MembersController } from './members.controller.js';
import { OidcClient } from './oidc-client.js';
import { OidcController } from './oidc.controller.js';
import { OrganizationsController } from './organizations.controller.js';
import { RegistrationController } from './registration.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInMethodsController } from './sign-in-methods.controller.js';

/**
 * Sign-in and administration, and the guard of every route of the application. Needs `Commands`, `DataSource` and
 * `CONFIGURATION` from the application's module.
 */
@Module({
  imports: [DiscoveryModule],
  controllers: [
    SignInController,
    BrowserSessionsController,
    SignInMethodsController,
    OidcController,
    MySessionsController,
    MySignInController,
    MyMailController,
    RegistrationController,
    MeController,
    OrganizationsController,
    MembersController,
    ApiKeysController,
    KeyRequestsController,
    LetterPagesController,
    MailChoicePagesController,
  ],
  providers: [
    AccessTokenStrategy,
    AccessTokenGuard,
    AccessTokens,
    ApiKeyCallers,
    BrowserCallers,
    CredentialCheck,
    OidcClient,
    IdentityLetters,
    RequestLimits,
    KeyRequests,
    {
      provide: SignInLimits,
      inject: [DataSource],
      useFactory: (database: DataSource) => new SignInLimits(database),
    },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [SignInLimits],
})
export class IdentityApiModule {}
