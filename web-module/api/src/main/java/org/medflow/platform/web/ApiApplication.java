package org.medflow.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API of the clinic group; every other system and every test comes in here. */
@ApplicationPath("v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "MedFlow",
            version = "1",
            description =
                "Lists are {data, meta}; errors are application/problem+json with a code; a changed"
                    + " record needs If-Match; X-Clinic-ID chooses the clinic."),
    security = @SecurityRequirement(name = "bearer"),
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "bearer",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    bearerFormat = "JWT",
                    description = "From POST /auth/login, good for a quarter of an hour.")))
public class ApiApplication extends Application {}
