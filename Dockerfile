# syntax=docker/dockerfile:1
# docker build -t coterie .                                        the embedded database
# docker build -t coterie --build-arg DATABASE=postgresql .        PostgreSQL

FROM maven:3.9-eclipse-temurin-17 AS build
ARG DATABASE=h2
WORKDIR /build
COPY pom.xml .
RUN mvn -B -q -DskipTests -Dspotless.check.skip dependency:go-offline
COPY src src
RUN mvn -B -q -Dmaven.test.skip -Dspotless.check.skip -Dcoterie.database=${DATABASE} package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /coterie coterie \
    && mkdir /coterie/data \
    && chown coterie:coterie /coterie/data
WORKDIR /coterie
COPY --from=build --chown=root:root /build/target/quarkus-app/ ./
USER 10001
ENV COTERIE_DATA_DIR=/coterie/data
VOLUME /coterie/data
EXPOSE 8080
# bash speaks HTTP well enough for this; nothing is installed for it
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "quarkus-run.jar"]
